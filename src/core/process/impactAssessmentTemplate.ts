/** The "IA Document Template", byte for byte as the process prints it (phase 2 of the process). */
export const impactAssessmentTemplate = `## Impact Assessment

**Assessment Date**: YYYY-MM-DD
**Assessed By**: [Name]

---

### 1. Code Impact

**Scope**:
- **Files to Create**: N files
  - [List key files]
- **Files to Modify**: N files
  - [List key files]
- **Files to Delete**: N files
  - [List key files]

**Complexity Estimate**: [Low | Medium | High | Very High]

**Dependencies Affected**:
- [Library/Service X]: [Impact description]
- [Library/Service Y]: [Impact description]

**API Surface Changes**:
- [ ] Public API changes (breaking)
- [ ] Public API changes (non-breaking)
- [ ] Internal API changes
- [ ] No API changes

**Breaking Changes**: [YES | NO]
- If yes, describe: [What will break? How to migrate?]

**Backward Compatibility**: [Maintained | Requires Migration | Breaking]

---

### 2. Security Impact

**Security Assessment**: [LOW | MEDIUM | HIGH | CRITICAL]

**Authentication/Authorization**:
- [ ] No changes to auth
- [ ] Changes to authentication flow
- [ ] Changes to authorization rules
- [ ] New permissions required
- [ ] Service account changes

**Data Exposure**:
- [ ] No new data exposure
- [ ] New PII handling
- [ ] New credentials/secrets
- [ ] New external data access
- [ ] Changes to data encryption

**Secret Management**:
- [ ] No secrets involved
- [ ] Using environment variables
- [ ] Using secret management service
- [ ] Secrets rotation required

**Compliance Requirements**:
- [ ] GDPR considerations
- [ ] SOC2 considerations
- [ ] PCI-DSS considerations
- [ ] HIPAA considerations
- [ ] Other: _______

**Threat Model**:
- [List potential security threats introduced]
- [Mitigation for each threat]

**Security Review Required**: [YES | NO]
**Security Reviewer**: [Name]
**Security Approval**: [PENDING | APPROVED | REJECTED]

---

### 3. Performance Impact

**Performance Assessment**: [POSITIVE | NEUTRAL | NEGATIVE | UNKNOWN]

**Expected Changes**:
- **Latency**: [+/- XX ms or N/A]
- **Throughput**: [+/- XX req/s or N/A]
- **CPU Usage**: [+/- XX% or N/A]
- **Memory Usage**: [+/- XX MB or N/A]
- **Disk I/O**: [+/- XX IOPS or N/A]
- **Network I/O**: [+/- XX MB/s or N/A]

**Scalability Implications**:
- [How does this affect system scalability?]

**Database Impact**:
- [ ] No database changes
- [ ] Schema changes (migrations required)
- [ ] New indexes required
- [ ] Query optimization needed
- [ ] Expected query performance change: [+/- XX%]

**Cache Impact**:
- [ ] No cache changes
- [ ] Cache invalidation required
- [ ] New caching strategy
- [ ] Cache hit rate expected change: [+/- XX%]

**Baseline Metrics**:
- Current P50 latency: XX ms
- Current P95 latency: XX ms
- Current P99 latency: XX ms
- Current throughput: XX req/s
- Current error rate: XX%

**Target Metrics**:
- Target P50 latency: XX ms
- Target P95 latency: XX ms
- Target P99 latency: XX ms
- Target throughput: XX req/s
- Target error rate: XX%

**Performance Testing Required**: [YES | NO]
**Performance Benchmark Results**: [Link to results or N/A]

---

### 4. Testing Impact

**Test Strategy**: [Unit | Integration | E2E | All]

**New Tests Required**:
- **Unit Tests**: N tests
  - [List key test scenarios]
- **Integration Tests**: N tests
  - [List key integration scenarios]
- **E2E Tests**: N tests
  - [List key user flows]

**Existing Tests to Modify**:
- [Test file 1]: [Reason for modification]
- [Test file 2]: [Reason for modification]

**Test Coverage**:
- Current Coverage: XX%
- Expected Coverage After Change: XX%
- New Code Coverage Target: ≥ 80%

**Test Data Requirements**:
- [ ] No new test data needed
- [ ] New fixtures required
- [ ] New mock services required
- [ ] Test environment changes required

**Test Duration Impact**:
- Current Test Suite Duration: XX seconds
- Expected Test Suite Duration: XX seconds

---

### 5. Documentation Impact

**Documentation Updates Required**:

- [ ] README.md
- [ ] API Documentation
- [ ] Architecture Diagrams (Mermaid)
- [ ] Requirement Traceability Matrix (RTM)
- [ ] ADR (Architectural Decision Record)
- [ ] Runbooks
- [ ] User Guide
- [ ] Developer Guide
- [ ] Deployment Guide
- [ ] Troubleshooting Guide
- [ ] FAQ
- [ ] CHANGELOG
- [ ] Other: _______

**Specific Updates**:
- [File: /docs/xxx.md]: [Description of update]
- [File: /docs/yyy.md]: [Description of update]

---

### 6. Operational Impact

**Deployment Requirements**:
- [ ] Standard deployment process
- [ ] Database migration required
- [ ] Configuration changes required
- [ ] Secrets rotation required
- [ ] Infrastructure changes required
- [ ] Blue-green deployment required
- [ ] Canary deployment recommended
- [ ] Maintenance window required

**Rollback Plan**:
[Describe how to rollback this change if issues occur]
- Step 1: [Action]
- Step 2: [Action]
- Time to rollback: [Estimated duration]

**Monitoring & Alerting**:
- [ ] New metrics to monitor
- [ ] New alerts to configure
- [ ] New dashboards to create
- [ ] SLO/SLI changes

**Runbook Updates**:
- [ ] New runbook required
- [ ] Existing runbook to update: [Name]

**Support Impact**:
- [How will this affect support team?]
- [New troubleshooting procedures?]

---

### 7. Risk Assessment

**Overall Risk Level**: [LOW | MEDIUM | HIGH | CRITICAL]

**Identified Risks**:

1. **Risk**: [Description]
   - **Probability**: [Low | Medium | High]
   - **Impact**: [Low | Medium | High]
   - **Mitigation**: [How to mitigate]
   - **Contingency**: [What to do if risk occurs]

2. **Risk**: [Description]
   - **Probability**: [Low | Medium | High]
   - **Impact**: [Low | Medium | High]
   - **Mitigation**: [How to mitigate]
   - **Contingency**: [What to do if risk occurs]

**Risk Matrix**:

| Risk | Probability | Impact | Risk Score | Mitigation |
|------|-------------|--------|------------|------------|
| [Risk 1] | [L/M/H] | [L/M/H] | [Calc] | [Plan] |

**Acceptable Risk Threshold**: [Define acceptable risk level]
**Current Risk Score**: [Calculate based on risks]
**Risk Acceptance**: [ACCEPTED | REQUIRES_MITIGATION | REJECTED]

---

### 8. Blast Radius Summary

**Affected Systems**: [List]
**Affected Users**: [All | Subset | None]
**Affected Teams**: [List]
**Estimated Impact Duration**: [Duration of deployment/migration]
**Reversibility**: [Easy | Moderate | Difficult | Irreversible]

**Blast Radius Size**: [SMALL | MEDIUM | LARGE | CRITICAL]
- SMALL: Single component, easily reversible, low risk
- MEDIUM: Multiple components, reversible with effort, moderate risk
- LARGE: System-wide impact, difficult to reverse, high risk
- CRITICAL: Irreversible or catastrophic impact, very high risk

`;
