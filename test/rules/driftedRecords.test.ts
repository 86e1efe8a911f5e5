import { strict as assert } from 'node:assert';
import { builtInProcesses } from '../../src/core/process/builtInProcesses';
import { readRecord, type SourceText } from '../../src/core/record/readRecord';
import { lintRecord } from '../../src/core/rules/engine/lintRecord';

const today = { year: 2026, month: 3, day: 1, minutes: undefined };

/** Everything that is found in a record, one line each. */
function findings(path: string, text: string, companions: readonly SourceText[] = []): string[] {
  const process = builtInProcesses()[path.includes('CHG') ? 1 : 0];
  assert.ok(process);
  const record = readRecord({ process, path, text, companions });
  return lintRecord(record, {
    today,
    onRuleError: (_, error) => {
      throw error;
    },
  })
    .filter(({ code }) => code !== 'CG116') // That they drifted is no fault of theirs.
    .map(({ code, message }) => `${code} ${message}`);
}

const assessment = `# Impact Assessment (IA) for CR-2026-02-10-001

**Assessed By:** Dana Field
**Assessment Date:** 2026-02-10

## 1) Code Impact

- **Complexity:** Low
- **API Surface Changes:** No API changes
- **Breaking Changes:** None
- **Backward Compatibility:** Maintained

## 2) Security Impact

**Security Assessment:** Low (no new data)
**Security Review Required:** No

## 3) Performance Impact

**Performance Assessment:** NEUTRAL

## 4) Testing Impact

Covered by the unit tests of the gateway.

## 5) Documentation Impact

None.

## 6) Operational Impact

**Rollback Plan:**
1. Set the limit back to 20 MB and restart the gateway (5 minutes).

## 7) Risk Assessment

**Overall Risk Level:** Low

| Risk | Probability | Impact | Score | Mitigation |
|------|-------------|--------|-------|------------|
| Disk fills up | L | M | 2 | Alert at 80 % |

**Acceptable Risk Threshold:** MEDIUM
**Risk Acceptance:** ACCEPTED

## 8) Blast Radius

**Reversibility:** Easy
**Blast Radius Size:** SMALL
`;

const plan = `# Implementation Plan for CR-2026-02-10-001

## Steps

1. Raise the limit in \`gateway.yml\`
   - [x] Change the value
2. Roll out
   - [x] Watch the error rate

## Files to Modify

| File | Change |
|------|--------|
| gateway.yml | limit |
`;

const companions = [
  { path: 'docs/CR-2026-02-10-001-IMPACT-ASSESSMENT.md', text: assessment },
  { path: 'docs/IMPL-CR-2026-02-10-001.md', text: plan },
];

describe('records that drifted from the template and are right', () => {
  it('a heading for every field, boxes left out, history as a list, documents beside the record', () => {
    const text = `# CR-2026-02-10-001 – Raise the upload limit

## Status

COMPLETED

**Created:** 2026-02-09
**Last Updated:** 2026-02-20

## Requestor

Ana Ruiz <ana@example.com>

## Category

FEATURE (uploads)

## Priority

P2 - MEDIUM

## Urgency

NORMAL

## Problem Statement

Uploads above 20 MB fail, see [the report](https://example.com/1).

## Proposed Solution

Raise the limit to 50 MB.

## Business Justification

Three customers wait for it.

## Alternatives Considered

None

## Affected Systems

API Backend, Infrastructure

## Affected Components

**Systems**: API Backend, Infrastructure
**Files**: \`gateway.yml\`

## Stakeholders

| Role | Name |
|------|------|
| Approver(s) | Dana Field (Technical Lead), Max Orr (Product Owner) |
| Implementer(s) | Ana Ruiz |

## Approval

- Technical Lead: Dana Field - Approved (2026-02-11)
- Product Owner: Max Orr - Approved (2026-02-11)

**Approval Token:** \`ATP\` (2026-02-11)
**Approval Date:** 2026-02-11

## Implementation Tracking

- **Branch:** feat/REQ-104-upload-limit
- **PR:** #481
- **Implementation Start:** 2026-02-12
- **Implementation End:** 2026-02-13
- **Deployed:** 2026-02-14

## History

- 2026-02-09: DRAFT – created
- 2026-02-10: PROPOSED
- 2026-02-11: APPROVED – by Dana
- 2026-02-12: IN_PROGRESS
- 2026-02-16: COMPLETED – monitored for two days

## Lessons

The limit stands in two places; one is enough.
`;
    assert.deepEqual(findings('docs/CR-2026-02-10-001.md', text, companions), []);
  });

  it('one table of fields, the newest row of the history on top, links instead of documents', () => {
    const text = `# Change Request: CR-2026-02-10-001

| Field | Value |
|-------|-------|
| Status | APPROVED |
| Created | 2026-02-09 |
| Title | Rotate the signing keys |
| Requestor | Ana Ruiz |
| Category | SECURITY |
| Priority | P1-HIGH |
| Urgency | HIGH (Within 1 week) |

### 1. Description

#### Problem
The keys are a year old.

#### Solution
New keys.

#### Justification
Policy.

#### Alternatives
N/A

***

### 2. Affected Components

**Systems**
(all that sign): API Backend

**Systems**:
- [x] API Backend
- [ ] Database

**Files** (estimated): none, configuration only

### 3. Stakeholders

**Approvers**: Dana Field
**Implementers**: Ana Ruiz

### 4. Approvals

- [x] **Technical Lead**: Dana Field (Date: 2026-02-12)
- [x] **Security Team**: Kim Lo (Date: 2026-02-12)

**Token**: Go ahead
**Approved On**: 2026-02-12

### 5. Change History

| Date | Status | Notes |
|---|---|---|
| 2026-02-12 | APPROVED | |
| 2026-02-10 | PROPOSED | |
| 2026-02-09 | DRAFT | |

**Impact Assessment**: [here](CR-2026-02-10-001-IMPACT-ASSESSMENT.md)

**Implementation Plan**: [here](IMPL-CR-2026-02-10-001.md)
`;
    assert.deepEqual(findings('docs/CR-2026-02-10-001.md', text), []);
  });

  it('a change record as the process prints it, of each type', () => {
    const text = `**Change ID**: CHG-20260209-001
**Type**: Normal
**Priority**: P2
**Requester**: Ana Ruiz
**Date**: 2026-02-09
**Status**: PROPOSED

**Description**: Moves the image cache to the new cluster,
because the old one is full.

**Impact Assessment**:
- Systems affected: image cache
- Users affected: None
- Downtime required: No
- Risk level: Low

**Implementation Plan**:
1. Switch the alias

**Rollback Plan**:
1. Point the alias back if the error rate is above 1 % for 5 minutes

**Testing Plan**:
- [ ] Unit tests
- [ ] Manual testing

**Success Criteria**:
- [ ] No errors in logs
`;
    assert.deepEqual(findings('docs/CHG-20260209-001.md', text), []);
    const withoutTests = text.replace(/\*\*Testing Plan[\s\S]*?\n\n/, '');
    assert.deepEqual(findings('docs/CHG-20260209-001.md', withoutTests.replace('Normal', 'Emergency')), []);
    const short = withoutTests.replace(/\*\*(?:Impact|Implementation)[\s\S]*?\n\n/g, '').replace('Normal', 'Standard');
    assert.deepEqual(findings('docs/CHG-20260209-001.md', short), []);
  });

  it('a change record with headings, dates with times, and words of another team', () => {
    const text = `# CHG-20260209-002: Patch the gateway

**Change Type:** Emergency
**Priority:** P0 - CRITICAL
**Requestor:** Ana Ruiz
**Created:** 2026-02-09
**Status:** COMPLETED
**Approver:** Lena Holt (CTO)
**Approved:** 2026-02-09
**Implemented:** 2026-02-09 03:10 UTC
**Notified:** 2026-02-09 03:20 UTC
**Reviewed:** 2026-02-09 20:00 UTC

## Description

CVE in the gateway.

## Impact Assessment

- **Affected systems**: gateway
- **Users affected**: All
- **Downtime**: 2 minutes
- **Risk level**: Critical

## Implementation Plan

1. Patch

## Rollback

1. Take the old image
`;
    assert.deepEqual(findings('docs/CHG-20260209-002.md', text), []);
  });
});

describe('one finding a cause', () => {
  it('an empty file, only front matter, only a comment', () => {
    for (const text of ['', '\n\n', '---\nstatus: APPROVED\n---\n', '<!-- later -->\n']) {
      assert.deepEqual(findings('docs/CR-2026-02-09-001.md', text), [
        'CG903 The file is named "CR-2026-02-09-001.md" and holds no record.',
      ]);
    }
  });

  it('front matter that is not closed', () => {
    assert.deepEqual(findings('docs/CR-2026-02-09-001.md', '---\nstatus: APPROVED\n'), [
      'CG904 The front matter is not closed: a second line "---" is expected.',
    ]);
  });

  it('a document that is missing stands for all that it would say, and all that is missing is one finding', () => {
    const found = findings(
      'docs/CR-2026-02-09-001.md',
      '# Change Request: CR-2026-02-09-001\n\n**Status**: PROPOSED\n',
    ).filter((each) => /missing|Implementation Plan|Code Impact/.test(each));
    assert.deepEqual(found, [
      'CG101 29 of 29 required answers are missing: Basic Information (5), Description (4), Affected Components (2), Stakeholders (2), Approval Status and 15 more.',
    ]);
  });

  it('an open fence stands for what it hides', () => {
    const text =
      '# Change Request: CR-2026-02-09-001\n\n**Status**: PROPOSED\n\n```\n\n## Approval Status\n\n**Status**: x\n';
    assert.deepEqual(findings('docs/CR-2026-02-09-001.md', text), [
      'CG106 The code block that begins here with "```" is never closed; it hides everything below it.',
    ]);
  });
});
