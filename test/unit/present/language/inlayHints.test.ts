import { strict as assert } from 'node:assert';
import { inlayHints } from '../../../../src/core/present/language/inlayHints';
import { read, recordPath } from './atCursor';

const text = `# Change Request: CR-2026-02-09-001

## Impact Assessment

### 7. Risk Assessment

**Overall Risk Level**: HIGH

**Identified Risks**:

1. **Risk**: The key leaks
   - **Probability**: Medium
   - **Impact**: High

2. **Risk**: Links expire
   - **Probability**: [Low | Medium | High]
   - **Impact**: High

3. **Risk**: Clocks differ
   - **Probability**: Low
   - **Impact**: Medium
`;

/** The text with its hints written into it. */
function shown(of: string, within = { start: 0, end: of.length }): string {
  return inlayHints(read(of), recordPath, within).reduceRight(
    (result, { offset, text: hint }) => `${result.slice(0, offset)} ⟨${hint}⟩${result.slice(offset)}`,
    of,
  );
}

describe('inlay hints', () => {
  it('show the score behind each risk that has one, and the highest behind the overall risk', () => {
    const hinted = shown(text);
    assert.match(hinted, /The key leaks ⟨= 6 HIGH⟩\n/);
    assert.match(hinted, /Links expire\n/);
    assert.match(hinted, /Clocks differ ⟨= 2 LOW⟩\n/);
    assert.match(hinted, /Level\*\*: HIGH ⟨highest 6 HIGH⟩\n/);
  });

  it('show the highest behind the heading where no overall risk is asked for', () => {
    assert.match(shown(text.replace(/\*\*Overall.*\n\n/, '')), /### 7\. Risk Assessment ⟨highest 6 HIGH⟩\n/);
  });

  it('stay before the line ending, CRLF or hard break', () => {
    assert.match(shown(text.replaceAll('\n', '\r\n')), /The key leaks ⟨= 6 HIGH⟩\r\n/);
    assert.match(shown(text.replace('leaks', 'leaks  ')), /The key leaks ⟨= 6 HIGH⟩ {2}\n/);
  });

  it('are those of the stretch that is shown', () => {
    const start = text.indexOf('3. ');
    assert.equal(inlayHints(read(text), recordPath, { start, end: text.length }).length, 1);
  });

  it('are none where there is no risk', () => {
    assert.deepEqual(inlayHints(read('# CR-2026-02-09-001\n'), recordPath, { start: 0, end: 20 }), []);
  });
});
