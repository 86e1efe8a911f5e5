import { becomes, stays } from './normalized';

const risk = (probability: string, impact: string): string => `## Impact Assessment

### 7. Risk Assessment

**Identified Risks**:

1. **Risk**: It breaks
   - **Probability**: ${probability}
   - **Impact**: ${impact}
   - **Mitigation**: Roll back`;

describe('normalizing the levels of a risk', () => {
  it('writes letters and other cases as the scale names them, and keeps a remark', () => {
    becomes(risk('M', 'h'), risk('Medium', 'High'));
    becomes(risk('LOW (rare)', 'H – all parcels'), risk('Low (rare)', 'High – all parcels'));
  });

  it('leaves synonyms, placeholders and what is no level', () => {
    stays(risk('Likely', '[Low | Medium | High]'));
    stays(risk('Minor', 'High'));
    stays(risk('M/H', 'Terrible'));
    stays(risk('high load', 'High'));
  });

  it('leaves the letters of the matrix, which are those of the template', () => {
    stays(
      `${risk('Medium', 'High')}\n\n**Risk Matrix**:\n\n| Risk | Probability | Impact | Risk Score | Mitigation |\n|------|-------------|--------|------------|------------|\n| It breaks | M | H | 6 | Roll back |`,
    );
  });
});
