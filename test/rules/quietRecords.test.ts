import { strict as assert } from 'node:assert';
import { builtInProcesses } from '../../src/core/process/builtInProcesses';
import { readRecord } from '../../src/core/record/readRecord';
import { lintRecord } from '../../src/core/rules/engine/lintRecord';

const today = { year: 2026, month: 3, day: 13, minutes: undefined };

/** What is found in a record, but for its form: these records are right and written in a way of their own. */
function findings(name: string, text: string): string[] {
  const process = builtInProcesses()[name.startsWith('CHG') ? 1 : 0];
  assert.ok(process);
  return lintRecord(readRecord({ process, path: `docs/${name}.md`, text }), {
    today,
    onRuleError: (_, error) => {
      throw error;
    },
  }).flatMap(({ code, message }) => (code === 'CG116' ? [] : [`${code} ${message}`]));
}

describe('records of careful people that no rule has anything to say of', () => {
  it('a change request in German, with lists in a line, phases that overlap and numbers that skip', () => {
    const text = `# CR-2026-02-10-001: Umzug des Bildspeichers

**Status**: COMPLETED
**Created**: 2026-02-10 09:00 UTC
**Last Updated**: 2026-02-26

## Basic Information

**Title**: Umzug des Bildspeichers
**Requestor**: Jörg Weiß <joerg@example.com>
**Category**: INFRASTRUCTURE
**Priority**: P0
**Urgency**: IMMEDIATE

## Description

### Problem Statement
Der alte Speicher ist voll.
### Proposed Solution
Wir ziehen um.
### Business Justification
Ohne Umzug steht der Betrieb.
### Alternatives Considered
Keine

## Affected Components

**Systems**:
- [x] API Backend
- [x] Infrastructure
- [x] Other: Bildspeicher

**Modules/Services**: bild-api
**Files** (Estimated): Helm-Werte

## Dependencies

**Upstream Dependencies**:
- None

**Downstream Impact**:
- None.

## Stakeholders

**Approver(s)**: Petra Maus (Technical Lead)
**Implementer(s)**: Jörg Weiß

## Approval Status

- [x] Technical Lead: Petra Maus, 2026-02-11

**Approval Token Received**: ATP
**Approval Date**: 2026-02-11

## Implementation Tracking

**Branch**: umzug
**Pull Request**: [#12](https://example.com/12)
**Implementation Start**: 2026-02-12
**Implementation End**: 2026-02-13
**Deployed to Production**: 2026-02-13 22:00 UTC

## Change History

| Date | Status | Notes |
|------|--------|-------|
| 2026-02-10 | DRAFT | angelegt |
| 2026-02-10 | PROPOSED | |
| 2026-02-11 | APPROVED | |
| 2026-02-12 | IN_PROGRESS | |
| 2026-02-15 | COMPLETED | |

## Impact Assessment

**Assessment Date**: 2026-02-10
**Assessed By**: Jörg Weiß

### 1. Code Impact
**Scope**:
- **Files to Create**: none
- **Files to Modify**: 2 files
  - values.yaml
  - \`chart.yaml\`
    - only its version
**Complexity Estimate**: High
**API Surface Changes**: No API changes
**Breaking Changes**: NO
**Backward Compatibility**: Maintained

### 2. Security Impact
**Security Assessment**: LOW
**Compliance Requirements**:
- [x] GDPR considerations

**Threat Model**: Auftragsverarbeitung und DSGVO geprüft
**Security Review Required**: NO
**Security Reviewer**: N/A
**Security Approval**: N/A

### 3. Performance Impact
**Performance Assessment**: POSITIVE
**Baseline Metrics**:
- P95: 400 ms
- Current throughput: 50 req/s

**Target Metrics**:
- P95: < 300 ms
- Target throughput: 50 req/s

### 4. Testing Impact
**Test Strategy**: Manual
**Test Coverage**: 65%, unchanged

### 5. Documentation Impact
None

### 6. Operational Impact
**Rollback Plan**: Zurück auf den alten Speicher, sobald Fehler auftreten; dauert zehn Minuten.

### 7. Risk Assessment
**Overall Risk Level**: MEDIUM
**Identified Risks**:
1. Bilder gehen verloren
   - Probability: Low
   - Impact: High
   - Mitigation: Kopie
2. Umzug dauert länger – hohe Last
   - Probability: Medium
   - Impact: Medium
   - Gegenmaßnahme: nachts
   - Mitigation: siehe oben

**Acceptable Risk Threshold**: HIGH
**Risk Acceptance**: ACCEPTED

### 8. Blast Radius Summary
**Affected Systems**: Speicher
**Affected Users**: All
**Affected Teams**: Ops
**Estimated Impact Duration**: 2 h
**Reversibility**: Moderate
**Blast Radius Size**: MEDIUM

## Implementation Plan

### Step-by-Step Execution Plan

1. Kopieren
   1. alles
   2. noch einmal
2. Umschalten
10. Aufräumen

### Estimated Timeline

| Phase | Duration | Start | End |
|---|---|---|---|
| Kopieren | 1-2 days | | |
| Total | 2 days | | |

### Files to Modify

| File | Change |
|---|---|
| deploy/values.yaml | neue Adresse |

## Lessons Learned

Früher anfangen.
`;
    assert.deepEqual(findings('CR-2026-02-10-001', text), []);
  });

  it('an emergency in one table, with days instead of times and words instead of a date', () => {
    const text = `# CHG-20260210-001

| Field | Value |
|---|---|
| Type | Emergency |
| Priority | P1 |
| Requester | Ana Ruiz |
| Date | 2026-02-10 |
| Status | COMPLETED |
| Approver | Kim Lo, CTO |
| Approved | 2026-02-10 |
| Implemented | 2026-02-10 |
| Notified | yes, by phone at once |
| Reviewed | 2026-02-11 |

**Description**: CVE patched.

**Impact Assessment**:
- Systems affected: gateway
- Users affected: 0
- Downtime required: Yes (2 min)
- Risk level: High

**Implementation Plan**: redeploy with new base image

**Rollback Plan**: redeploy old image

**Testing Plan**: smoke tests

**Success Criteria**: no errors
`;
    assert.deepEqual(findings('CHG-20260210-001', text), []);
  });

  it('a standard change that says no more than it has to', () => {
    const text = `**Change ID**: CHG-20260211-001
**Type**: Standard
**Priority**: P3
**Requester**: bot@example.com
**Date**: 2026-02-11

**Description**: Log level of the importer to DEBUG for a day.

**Rollback Plan**:
1. Set it back. None of the data is touched.
`;
    assert.deepEqual(findings('CHG-20260211-001', text), []);
  });

  it('a normal change whose steps Markdown counts and whose window is written in words', () => {
    const text = `**Change ID**: CHG-20260212-001
**Type**: Normal
**Priority**: P2
**Requester**: Ana Ruiz
**Date**: 2026-02-12
**Status**: APPROVED
**Approver**: Lena Holt
**Approved**: 2026-02-12
**Scheduled**: Sunday window, 2026-03-15 02:00

**Description**: Minor version of the broker.

**Impact Assessment**:
- Systems affected: broker
- Users affected: All
- Downtime required: yes, about 5 min
- Risk level: Medium

**Implementation Plan**:
1. Drain
1. Upgrade
1. Resume

**Rollback Plan**:
1. Downgrade

**Testing Plan**:
- [x] Unit tests
- [ ] Manual testing

**Success Criteria**:
- [ ] No errors in logs
`;
    assert.deepEqual(findings('CHG-20260212-001', text), []);
  });
});
