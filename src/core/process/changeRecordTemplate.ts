/** The template of "Change Request Creation", byte for byte as the change record process prints it. */
export const changeRecordTemplate = `**Change ID**: CHG-YYYYMMDD-NNN
**Type**: [Standard/Normal/Emergency]
**Priority**: [P0/P1/P2/P3]
**Requester**: [Name]
**Date**: [YYYY-MM-DD]

**Description**:
[What is changing and why]

**Impact Assessment**:
- Systems affected: [List]
- Users affected: [Number/All/None]
- Downtime required: [Yes/No - Duration]
- Risk level: [Low/Medium/High]

**Implementation Plan**:
1. [Step 1]
2. [Step 2]
...

**Rollback Plan**:
1. [Step 1]
2. [Step 2]
...

**Testing Plan**:
- [ ] Unit tests
- [ ] Integration tests
- [ ] BDD scenarios
- [ ] Manual testing

**Success Criteria**:
- [ ] All tests pass
- [ ] SLOs maintained
- [ ] No errors in logs
`;
