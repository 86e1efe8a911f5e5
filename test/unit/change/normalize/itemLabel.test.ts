import { becomes, stays } from './normalized';

describe('normalizing labels that are items of a list', () => {
  it('makes lines of them, a paragraph each', () => {
    becomes('- **Title**: x\n* **Requestor:** Ana', '**Title**: x\n\n**Requestor**: Ana');
  });

  it('makes a label bold that is not', () => {
    becomes('- Title: x', '**Title**: x');
  });

  it('moves what stands below an item to the left', () => {
    becomes(
      '- **Urgency**:\n  - [ ] HIGH (Within 1 week)\n  - [x] LOW (Next sprint/release)',
      '**Urgency**:\n- [ ] HIGH (Within 1 week)\n- [x] LOW (Next sprint/release)',
    );
  });

  it('leaves numbered items, boxes and lists that the template has', () => {
    stays('1. **Title**: x');
    stays('- [ ] **Title**: x');
    stays('## Impact Assessment\n\n### 3. Performance Impact\n\n**Expected Changes**:\n- **Latency**: +5 ms');
  });
});
