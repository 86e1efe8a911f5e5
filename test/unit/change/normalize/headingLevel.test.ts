import { becomes, stays } from './normalized';

const description = '## Description\n\n### Problem Statement\n\nIt is slow.\n\n';

describe('normalizing the level of a heading', () => {
  it('brings a top section that slipped below another one up to the others, with what is below it', () => {
    becomes(
      `${description}### Impact Assessment\n\n#### 7. Risk Assessment\n\n**Overall Risk Level**: LOW`,
      `${description}## Impact Assessment\n\n### 7. Risk Assessment\n\n**Overall Risk Level**: LOW`,
    );
  });

  it('brings one that stands too high down to the others', () => {
    becomes(
      `${description}# Impact Assessment\n\n## 7. Risk Assessment\n\n**Overall Risk Level**: LOW`,
      `${description}## Impact Assessment\n\n### 7. Risk Assessment\n\n**Overall Risk Level**: LOW`,
    );
  });

  it('leaves headings that have no such level', () => {
    stays('### Problem Statement\n\nIt is slow.\n\n##### Ours\n\nx');
  });
});
