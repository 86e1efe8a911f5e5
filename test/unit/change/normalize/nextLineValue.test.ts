import { becomes, stays } from './normalized';

describe('normalizing a value below its label', () => {
  it('brings it up behind the label', () => {
    becomes('**Title**:\nx', '**Title**: x');
    becomes('**Title:**\n\nx\n\n**Requestor**:\nAna', '**Title**: x\n\n**Requestor**: Ana');
  });

  it('leaves a list, and a value that the template has below', () => {
    stays('**Title**:\n- x');
    stays('## Affected Components\n\n**Files** (Estimated):\n- `a.ts`');
  });
});
