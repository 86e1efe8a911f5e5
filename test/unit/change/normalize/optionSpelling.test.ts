import { becomes, stays } from './normalized';

describe('normalizing the spelling of an option', () => {
  it('writes a box as the template does', () => {
    becomes('**Priority**:\n- [x] P2-MEDIUM', '**Priority**:\n- [x] P2 - MEDIUM (Minor feature, moderate bug)');
    becomes('**Priority**:\n- [x] p1', '**Priority**:\n- [x] P1 - HIGH (Major feature, significant bug)');
  });

  it('writes a word as the template does, and keeps a remark', () => {
    becomes('**Category**: feature', '**Category**: FEATURE');
    becomes('**Category**: [FEATURE]', '**Category**: FEATURE');
    becomes('**Category**: Feature (uploads)', '**Category**: FEATURE (uploads)');
    becomes('**Category**: feature | security', '**Category**: FEATURE | SECURITY');
  });

  it('writes out a letter that an option begins with', () => {
    const assessment = (level: string): string =>
      `## Impact Assessment\n\n### 2. Security Impact\n\n**Security Assessment**: ${level}`;
    becomes(assessment('M'), assessment('MEDIUM'));
    becomes(assessment('h (see below)'), assessment('HIGH (see below)'));
    stays(assessment('X'));
  });

  it('leaves other words for an option, and words beside one', () => {
    stays('**Category**: Defect');
    stays('**Priority**:\n- [x] P2 for now');
  });
});
