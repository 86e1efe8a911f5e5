/** The template of "CR Document Structure", byte for byte as the process prints it (phase 1 of the process). */
export const changeRequestTemplate = `# Change Request: CR-YYYY-MM-DD-XXX

**Status**: [DRAFT | PROPOSED | APPROVED | IN_PROGRESS | COMPLETED | REJECTED | CANCELLED]

**Created**: YYYY-MM-DD HH:MM:SS UTC
**Last Updated**: YYYY-MM-DD HH:MM:SS UTC

---

## Basic Information

**Title**: [Brief description of the change]

**Requestor**: [Name/Email of person requesting change]

**Category**: [FEATURE | BUG | REFACTOR | SECURITY | PERFORMANCE | DOCUMENTATION | INFRASTRUCTURE]

**Priority**: 
- [ ] P0 - CRITICAL (System down, security breach)
- [ ] P1 - HIGH (Major feature, significant bug)
- [ ] P2 - MEDIUM (Minor feature, moderate bug)
- [ ] P3 - LOW (Enhancement, minor issue)

**Urgency**:
- [ ] IMMEDIATE (Within 24 hours)
- [ ] HIGH (Within 1 week)
- [ ] NORMAL (Within 2 weeks)
- [ ] LOW (Next sprint/release)

---

## Description

### Problem Statement
[What problem are we solving? What is the current pain point?]

### Proposed Solution
[What is the proposed change? How will it solve the problem?]

### Business Justification
[Why is this change needed? What value does it provide?]

### Alternatives Considered
[What other approaches were considered? Why were they rejected?]

---

## Affected Components

**Systems**:
- [ ] Web Application
- [ ] API Backend
- [ ] Database
- [ ] Message Queue
- [ ] Cache Layer
- [ ] External Integrations
- [ ] CI/CD Pipeline
- [ ] Infrastructure
- [ ] Documentation
- [ ] Other: _______

**Modules/Services**:
- [List specific modules or services affected]

**Files** (Estimated):
- [List key files that will be modified]

---

## Dependencies

**Upstream Dependencies** (must complete before this CR):
- [CR-XXXX: Description]
- [REQ-XXX: Description]

**Downstream Impact** (will affect these):
- [CR-YYYY: Description]
- [Feature Z: Description]

**External Dependencies**:
- [Third-party API update required]
- [Infrastructure changes required]
- [Vendor coordination required]

---

## Stakeholders

**Approver(s)**:
- [Name] - [Role] - [Approval Status]

**Implementer(s)**:
- [Name] - [Role]

**Reviewers**:
- [Name] - [Role]

**Notified Parties**:
- [Team/Person to keep informed]

---

## Approval Status

**Approved by**:
- [ ] Technical Lead: ____________ (Date: ______)
- [ ] Security Team: ____________ (Date: ______) [if security-related]
- [ ] Product Owner: ____________ (Date: ______) [if feature]

**Approval Token Received**: [ATP | Approved to Proceed | Yes/No]
**Approval Date**: YYYY-MM-DD

---

## Implementation Tracking

**Branch**: feat/REQ-XXX-description or fix/Issue-NNN-description
**Pull Request**: #NNN
**Implementation Start**: YYYY-MM-DD
**Implementation End**: YYYY-MM-DD
**Deployed to Production**: YYYY-MM-DD

---

## Change History

| Date | Status | Notes |
|------|--------|-------|
| YYYY-MM-DD | DRAFT | CR created |
| YYYY-MM-DD | PROPOSED | CR submitted for approval |
| YYYY-MM-DD | APPROVED | Approval received |
| YYYY-MM-DD | IN_PROGRESS | Implementation started |
| YYYY-MM-DD | COMPLETED | Change deployed and verified |
`;
