import { becomes, stays } from './normalized';

const risks = (rows: string): string => `## Impact Assessment

### 7. Risk Assessment

**Identified Risks**:

1. **Risk**: It breaks
   - **Probability**: Low (rare)
   - **Impact**: High
   - **Mitigation**: Roll back

**Risk Matrix**:

| Risk | Probability | Impact | Risk Score | Mitigation |
|------|-------------|--------|------------|------------|
${rows}`;

describe('normalizing the risk matrix', () => {
  it('fills one that nobody filled in from the list of risks', () => {
    becomes(
      risks('| [Risk 1] | [L/M/H] | [L/M/H] | [Calc] | [Plan] |'),
      risks('| It breaks | Low | High | 3 | Roll back |'),
    );
  });

  it('leaves what somebody wrote', () => {
    stays(risks('| It breaks | Low | High | 3 | Roll back |'));
    stays(risks('| Another one | TBD | TBD | [Calc] | [Plan] |'));
  });
});
