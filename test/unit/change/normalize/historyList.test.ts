import { becomes, stays } from './normalized';

describe('normalizing a history that is a list', () => {
  it('makes the table of the template of it', () => {
    becomes(
      '## Change History\n\n- 2026-02-09: DRAFT – begun\n- **2026-02-10** PROPOSED',
      '## Change History\n\n| Date | Status | Notes |\n|------|--------|-------|\n| 2026-02-09 | DRAFT | begun |\n| 2026-02-10 | PROPOSED | |',
    );
  });

  it('leaves a list with other things in it, with a pipe, and a table', () => {
    stays('## Change History\n\n- 2026-02-09: DRAFT – begun\n- Somewhat later: asked Ana');
    stays('## Change History\n\n- 2026-02-09: DRAFT – a | b');
    stays('## Change History\n\n| Date | Status | Notes |\n|------|--------|-------|\n| 2026-02-09 | DRAFT | begun |');
  });
});
