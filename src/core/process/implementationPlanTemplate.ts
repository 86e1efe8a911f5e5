/** The "Implementation Plan Template", byte for byte as the process prints it (phase 3 of the process). */
export const implementationPlanTemplate = `## Implementation Plan

**Plan Version**: 1.0
**Created**: YYYY-MM-DD
**Last Updated**: YYYY-MM-DD

---

### Prerequisites

**Before Starting Implementation**:
- [ ] CR approved and ATP token received
- [ ] Branch created: [branch-name]
- [ ] Development environment setup
- [ ] Required tools installed
- [ ] Dependencies updated
- [ ] Test data prepared

---

### Step-by-Step Execution Plan

#### Phase 1: Preparation (TDD Red)

1. **Decompose Requirements**
   - [ ] Break CR into atomic REQ-IDs
   - [ ] Update RTM with new requirements
   - [ ] Link REQ-IDs to CR

2. **Write Failing Tests**
   - [ ] Unit tests for [component X]
   - [ ] Integration tests for [component Y]
   - [ ] E2E tests for [flow Z]
   - [ ] Verify tests fail for right reason

3. **Security Baseline**
   - [ ] Run security scan (current state)
   - [ ] Document baseline vulnerabilities
   - [ ] Run dependency audit

4. **Performance Baseline**
   - [ ] Run performance benchmarks (current state)
   - [ ] Document baseline metrics
   - [ ] Define success criteria

---

#### Phase 2: Implementation (TDD Green)

5. **Core Implementation**
   - [ ] Implement [feature/fix] in [file X]
   - [ ] Implement [feature/fix] in [file Y]
   - [ ] Make unit tests pass
   - [ ] Make integration tests pass

6. **Integration**
   - [ ] Integrate with [component A]
   - [ ] Integrate with [component B]
   - [ ] Make E2E tests pass

7. **Error Handling**
   - [ ] Add error handling for [scenario X]
   - [ ] Add validation for [input Y]
   - [ ] Add fallback for [failure Z]

---

#### Phase 3: Quality (TDD Refactor)

8. **Refactor**
   - [ ] Eliminate duplication
   - [ ] Improve naming and structure
   - [ ] Optimize algorithm if needed
   - [ ] Maintain 100% test pass rate

9. **Observability**
   - [ ] Add structured logging
   - [ ] Add OpenTelemetry tracing
   - [ ] Add metrics/counters
   - [ ] Add health checks

10. **Documentation**
    - [ ] Update inline code comments
    - [ ] Update README if needed
    - [ ] Update API docs if needed
    - [ ] Create/update ADR
    - [ ] Update architecture diagrams
    - [ ] Update RTM with implementation details

---

#### Phase 4: Validation

11. **Testing**
    - [ ] All unit tests pass
    - [ ] All integration tests pass
    - [ ] All E2E tests pass
    - [ ] Coverage ≥ 80%
    - [ ] Manual testing complete

12. **Quality Checks**
    - [ ] Linter passes (zero warnings)
    - [ ] Code formatter passes
    - [ ] Type checker passes (if applicable)
    - [ ] Complexity analysis passes

13. **Security Validation**
    - [ ] Security scan passes (no new vulnerabilities)
    - [ ] Dependency audit clean
    - [ ] No hardcoded secrets
    - [ ] Input validation complete

14. **Performance Validation**
    - [ ] Performance benchmarks run
    - [ ] Meets or exceeds baseline
    - [ ] Within SLO targets
    - [ ] No resource leaks

---

#### Phase 5: Documentation & Review

15. **Final Documentation**
    - [ ] All docs updated and reviewed
    - [ ] Change history updated
    - [ ] Deployment guide ready
    - [ ] Runbook updated

16. **Create Pull Request**
    - [ ] PR created with proper template
    - [ ] PR description complete
    - [ ] CR-ID included in PR title
    - [ ] RTM link in PR
    - [ ] Definition of Done checklist

17. **Code Review**
    - [ ] Reviewers assigned
    - [ ] Feedback addressed
    - [ ] Approval received

---

#### Phase 6: Deployment

18. **Pre-Deployment**
    - [ ] Deployment checklist complete
    - [ ] Rollback plan documented
    - [ ] Stakeholders notified
    - [ ] Monitoring configured

19. **Deployment**
    - [ ] Merge to main
    - [ ] CI/CD pipeline passes
    - [ ] Deploy to staging
    - [ ] Smoke tests pass in staging
    - [ ] Deploy to production

20. **Post-Deployment**
    - [ ] Monitor logs for errors
    - [ ] Verify metrics are nominal
    - [ ] Verify SLOs are met
    - [ ] Stakeholders notified of completion

21. **Close CR**
    - [ ] Update CR status to COMPLETED
    - [ ] Document lessons learned
    - [ ] Archive CR documentation

---

### Estimated Timeline

| Phase | Duration | Start | End |
|-------|----------|-------|-----|
| Preparation | [X hours/days] | [Date] | [Date] |
| Implementation | [X hours/days] | [Date] | [Date] |
| Quality | [X hours/days] | [Date] | [Date] |
| Validation | [X hours/days] | [Date] | [Date] |
| Documentation & Review | [X hours/days] | [Date] | [Date] |
| Deployment | [X hours/days] | [Date] | [Date] |
| **Total** | **[X hours/days]** | [Date] | [Date] |

---

### Files to Modify

| File Path | Type | Change Description | Estimated LOC |
|-----------|------|-------------------|---------------|
| /src/xxx.py | Modify | [Description] | +XX -YY |
| /tests/test_xxx.py | Create | [Description] | +XX |
| /docs/arch/adr/NNNN.md | Create | [Description] | +XX |
| /docs/requirements/rtm.md | Modify | [Description] | +XX -YY |

**Total Estimated Changes**: +XXX -YYY lines across N files

`;
