import { becomes, stays } from './normalized';

describe('normalizing labels', () => {
  for (const line of [
    '**Title:** x',
    '**Title**:x',
    '**Title** : x',
    '__Title__: x',
    '**title**: x',
    '**1. Title**: x',
  ])
    it(`writes ${line} as the template does`, () => {
      becomes(line, '**Title**: x');
    });

  it('keeps a note behind a label where it is', () => {
    becomes('**Title (short):** x', '**Title (short)**: x');
    stays('**Title** (short): x');
  });

  it('keeps other names that the process knows, and labels that it does not know', () => {
    becomes('**Requester:** Ana', '**Requester**: Ana');
    stays('**Cost center:** 4711');
  });

  it('keeps a comment behind a value', () => {
    becomes('**Title:** x <!-- ask Ana -->', '**Title**: x <!-- ask Ana -->');
  });

  it('touches nothing in code', () => {
    stays('```\n**Title:** x\n```');
  });
});
