// The impact assessment of a change request.
import { day } from './dates.mjs';
import { boxes, list } from './lists.mjs';
import { capital } from './prose.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./changeRequest.mjs').Facts} Facts */

const levels = ['Low', 'Medium', 'High'];
const bands = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

/** @param {Facts} facts @param {Random} random */
export function impactAssessment(facts, random) {
  const { prose, files, breaking, schema, band } = facts;
  const of = (/** @type {string} */ type) => files.filter((file) => file.type === type).map(({ path }) => path);
  const scope = (/** @type {string} */ type) => {
    const paths = of(type);
    return `- **Files to ${type}**: ${String(paths.length)} files\n${list(paths, '  ')}`;
  };
  const latency = random.list(3, (index) => 20 * (index + 1) ** 2 + random.int(1, 40));
  const throughput = random.int(50, 4000);
  const errors = random.int(1, 9);
  const coverage = random.int(81, 95);
  const suite = random.int(60, 900);
  const unit = random.int(1, 5);
  const integration = random.int(1, 3);
  const secrets = facts.secretRotation
    ? ['Using secret management service', 'Secrets rotation required']
    : [random.pick(['No secrets involved', 'Using environment variables'])];
  const rotation = facts.secretRotation ? ['Secrets rotation required'] : [];
  const deployment = [random.pick(['Standard deployment process', 'Canary deployment recommended']), ...rotation];
  if (schema) deployment.push('Database migration required');
  const reversibility = random.pick(['Easy', 'Moderate']);
  const parts = facts.systems.filter((system) => system !== 'Documentation').length;
  const radius = Math.max(random.int(0, 2), parts >= 3 ? 1 : 0, band === 3 ? 2 : band === 2 ? 1 : 0);
  const letter = (/** @type {number} */ level) => levels[level - 1]?.charAt(0) ?? 'L';
  const reviewRequired = facts.securityLevel >= 2 || facts.category === 'SECURITY';
  const docs =
    'README.md,API Documentation,Architecture Diagrams (Mermaid),Requirement Traceability Matrix (RTM),ADR (Architectural Decision Record),Runbooks,User Guide,Developer Guide,Deployment Guide,Troubleshooting Guide,FAQ,CHANGELOG'.split(
      ',',
    );
  return `## Impact Assessment

**Assessment Date**: ${day(facts.proposed)}
**Assessed By**: ${facts.implementers[0] ?? ''}

---

### 1. Code Impact

**Scope**:
${scope('Create')}${scope('Modify')}${scope('Delete')}
**Complexity Estimate**: ${random.pick(['Low', 'Medium', 'High'])}

**Dependencies Affected**:
${random.chance(0.5) ? '- None\n' : list(random.list(random.int(1, 3), () => `${prose.makeService()}: ${prose.remedy()}`))}
**API Surface Changes**:
${boxes(
  ['Public API changes (breaking)', 'Public API changes (non-breaking)', 'Internal API changes', 'No API changes'],
  breaking
    ? ['Public API changes (breaking)']
    : [random.pick(['Public API changes (non-breaking)', 'Internal API changes', 'No API changes'])],
)}
**Breaking Changes**: ${breaking ? 'YES' : 'NO'}
- If yes, describe: ${breaking ? `What reads ${prose.noun()} breaks, since its answer has another form. To migrate, callers ask the new version, which is there beside the old one for ${String(random.int(2, 9))} weeks.` : 'N/A'}

**Backward Compatibility**: ${breaking ? 'Requires Migration' : 'Maintained'}

---

### 2. Security Impact

**Security Assessment**: ${bands[facts.securityLevel] ?? 'LOW'}

**Authentication/Authorization**:
${boxes(
  [
    'No changes to auth',
    'Changes to authentication flow',
    'Changes to authorization rules',
    'New permissions required',
    'Service account changes',
  ],
  [
    random.pick([
      'No changes to auth',
      'No changes to auth',
      'Changes to authorization rules',
      'Service account changes',
    ]),
  ],
)}
**Data Exposure**:
${boxes(
  [
    'No new data exposure',
    'New PII handling',
    'New credentials/secrets',
    'New external data access',
    'Changes to data encryption',
  ],
  [random.pick(['No new data exposure', 'New external data access', 'Changes to data encryption'])],
)}
**Secret Management**:
${boxes(['No secrets involved', 'Using environment variables', 'Using secret management service', 'Secrets rotation required'], secrets)}
**Compliance Requirements**:
${boxes(['GDPR considerations', 'SOC2 considerations', 'PCI-DSS considerations', 'HIPAA considerations', 'Other: _______'], random.chance(0.2) ? ['SOC2'] : [])}
**Threat Model**:
${list(random.list(random.int(1, 3), () => `${prose.danger()}; access control stays as it is. ${prose.sentence()}`))}
**Security Review Required**: ${reviewRequired ? 'YES' : 'NO'}
**Security Reviewer**: ${reviewRequired ? facts.security : 'N/A'}
**Security Approval**: ${reviewRequired ? (facts.isApproved ? 'APPROVED' : 'PENDING') : '[PENDING | APPROVED | REJECTED]'}

---

### 3. Performance Impact

**Performance Assessment**: ${random.pick(['POSITIVE', 'NEUTRAL'])}

**Expected Changes**:
- **Latency**: ${random.pick(['N/A', `-${String(random.int(1, 90))} ms`])}
- **Throughput**: ${random.pick(['N/A', `+${String(random.int(5, 300))} req/s`])}
- **CPU Usage**: ${random.pick(['N/A', `-${String(random.int(1, 20))}%`])}
- **Memory Usage**: ${random.pick(['N/A', `-${String(random.int(10, 900))} MB`])}
- **Disk I/O**: N/A
- **Network I/O**: N/A

**Scalability Implications**:
${list([prose.sentence()])}
**Database Impact**:
${boxes(
  [
    'No database changes',
    'Schema changes (migrations required)',
    'New indexes required',
    'Query optimization needed',
    'Expected query performance change: [+/- XX%]',
  ],
  schema ? ['Schema changes'] : ['No database changes'],
)}
**Cache Impact**:
${boxes(
  [
    'No cache changes',
    'Cache invalidation required',
    'New caching strategy',
    'Cache hit rate expected change: [+/- XX%]',
  ],
  [random.pick(['No cache changes', 'No cache changes', 'Cache invalidation required'])],
)}
**Baseline Metrics**:
${list(latency.map((ms, index) => `Current ${['P50', 'P95', 'P99'][index] ?? ''} latency: ${String(ms)} ms`))}- Current throughput: ${String(throughput)} req/s
- Current error rate: 0.${String(errors)}%

**Target Metrics**:
${list(latency.map((ms, index) => `Target ${['P50', 'P95', 'P99'][index] ?? ''} latency: ${String(ms - random.int(0, 9))} ms`))}- Target throughput: ${String(throughput + random.int(0, 200))} req/s
- Target error rate: 0.${String(random.int(1, errors))}%

**Performance Testing Required**: ${facts.worksOnPerformance ? 'YES' : 'NO'}
**Performance Benchmark Results**: ${facts.worksOnPerformance && facts.isStarted ? `https://wiki.example.com/benchmarks/${String(random.int(100, 9999))}` : 'N/A'}

---

### 4. Testing Impact

**Test Strategy**: All

**New Tests Required**:
- **Unit Tests**: ${String(unit)} tests
${list(
  random.list(unit, () => prose.remedy()),
  '  ',
)}- **Integration Tests**: ${String(integration)} tests
${list(
  random.list(integration, () => prose.remedy()),
  '  ',
)}- **E2E Tests**: 0 tests

**Existing Tests to Modify**:
${random.chance(0.5) ? '- None\n' : list(prose.files(2).map((file) => `${file}: ${prose.remedy()}`))}
**Test Coverage**:
- Current Coverage: ${String(coverage)}%
- Expected Coverage After Change: ${String(coverage + random.int(0, 3))}%
- New Code Coverage Target: ≥ ${random.pick(['80', '85', '90'])}%

**Test Data Requirements**:
${boxes(
  [
    'No new test data needed',
    'New fixtures required',
    'New mock services required',
    'Test environment changes required',
  ],
  [random.pick(['No new test data needed', 'New fixtures required'])],
)}
**Test Duration Impact**:
- Current Test Suite Duration: ${String(suite)} seconds
- Expected Test Suite Duration: ${String(suite + random.int(0, 30))} seconds

---

### 5. Documentation Impact

**Documentation Updates Required**:

${boxes([...docs, 'Other: _______'], random.some(docs, random.int(0, 4)))}
**Specific Updates**:
${list(random.list(random.int(1, 3), () => `/docs/${prose.service}/${prose.noun().replaceAll(' ', '-')}.md: ${prose.remedy()}`))}
---

### 6. Operational Impact

**Deployment Requirements**:
${boxes(
  [
    'Standard deployment process',
    'Database migration required',
    'Configuration changes required',
    'Secrets rotation required',
    'Infrastructure changes required',
    'Blue-green deployment required',
    'Canary deployment recommended',
    'Maintenance window required',
  ],
  deployment,
)}
**Rollback Plan**:
Go back if the error rate is above ${String(random.int(1, 5))} % for ${String(random.int(2, 15))} minutes. ${prose.sentence()}
${list(random.list(random.int(2, 4), (index) => `Step ${String(index + 1)}: ${prose.remedy()}`))}- Time to rollback: ${String(random.int(5, 90))} minutes

**Monitoring & Alerting**:
${boxes(['New metrics to monitor', 'New alerts to configure', 'New dashboards to create', 'SLO/SLI changes'], random.some(['New metrics', 'New alerts', 'New dashboards'], random.int(0, 2)))}
**Runbook Updates**:
${boxes(['New runbook required', `Existing runbook to update: ${capital(prose.noun())}`], [random.pick(['New', 'Existing'])])}
**Support Impact**:
${list(random.list(random.int(1, 2), () => prose.sentence()))}
---

### 7. Risk Assessment

**Overall Risk Level**: ${bands[band] ?? 'LOW'}

**Identified Risks**:

${facts.risks
  .map(
    (risk, index) => `${String(index + 1)}. **Risk**: ${risk.name}
   - **Probability**: ${levels[risk.probability - 1] ?? ''}
   - **Impact**: ${levels[risk.impact - 1] ?? ''}
   - **Mitigation**: ${risk.mitigation}
   - **Contingency**: ${risk.contingency}
`,
  )
  .join('\n')}
**Risk Matrix**:

| Risk | Probability | Impact | Risk Score | Mitigation |
|------|-------------|--------|------------|------------|
${facts.risks
  .map(
    ({ name, probability, impact, mitigation }) =>
      `| ${name} | ${letter(probability)} | ${letter(impact)} | ${String(probability * impact)} | ${mitigation} |\n`,
  )
  .join('')}
**Acceptable Risk Threshold**: ${bands[band] ?? 'LOW'}
**Current Risk Score**: ${String(facts.score)}
**Risk Acceptance**: ACCEPTED

---

### 8. Blast Radius Summary

**Affected Systems**: ${prose.service}, ${prose.makeService()}
**Affected Users**: ${random.pick(['Subset', 'Subset', 'All', 'None'])}
**Affected Teams**: ${random.some(['Backend', 'Platform', 'Warehouse support', 'Data', 'Mobile', 'Web'], random.int(1, 3)).join(', ')}
**Estimated Impact Duration**: ${String(random.int(5, 120))} minutes
**Reversibility**: ${reversibility}

**Blast Radius Size**: ${['SMALL', 'MEDIUM', 'LARGE'][radius] ?? 'LARGE'}
- SMALL: Single component, easily reversible, low risk
- MEDIUM: Multiple components, reversible with effort, moderate risk
- LARGE: System-wide impact, difficult to reverse, high risk
- CRITICAL: Irreversible or catastrophic impact, very high risk
`;
}
