// A change request of about 18 KB in the words of the template, with impact assessment and implementation plan, in which
// nothing contradicts anything: what its parts have in common is decided first.
import { day, moment } from './dates.mjs';
import { impactAssessment } from './impactAssessment.mjs';
import { implementationPlan, phases } from './implementationPlan.mjs';
import { boxes, list } from './lists.mjs';
import { capital, Prose } from './prose.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {'DRAFT' | 'PROPOSED' | 'APPROVED' | 'IN_PROGRESS' | 'COMPLETED' | 'REJECTED' | 'CANCELLED'} Status */
/** @typedef {ReturnType<typeof decide>} Facts */

const systems =
  'Web Application,API Backend,Database,Message Queue,Cache Layer,External Integrations,CI/CD Pipeline,Infrastructure,Documentation'.split(
    ',',
  );

/**
 * The parts of a change request; without a closure where it is not completed.
 * @param {{ id: string, created: number, random: Random, status: Status, upstream?: string | undefined, size?: number }} options
 *   `created` is a day, `upstream` a record that was completed before, `size` about how many bytes it has at least
 */
export function changeRequest(options) {
  return render(decide(options), options.random);
}

/** @param {Parameters<typeof changeRequest>[0]} options */
function decide({ id, created, random, status, upstream, size = 0 }) {
  const prose = new Prose(random);
  const [
    requestor = '',
    implementer = '',
    secondImplementer = '',
    lead = '',
    security = '',
    product = '',
    reviewer = '',
  ] = prose.people(7);
  const category = random.pick([
    'FEATURE',
    'BUG',
    'REFACTOR',
    'SECURITY',
    'PERFORMANCE',
    'DOCUMENTATION',
    'INFRASTRUCTURE',
  ]);
  const priority = random.int(0, 3);
  const risks = random.list(random.int(2, 5), () => ({
    name: prose.danger(),
    probability: random.int(1, 3),
    impact: random.int(1, 3),
    mitigation: prose.remedy(),
    contingency: prose.remedy(),
  }));
  const score = Math.max(...risks.map(({ probability, impact }) => probability * impact));
  const band = score >= 9 ? 3 : score >= 6 ? 2 : score >= 3 ? 1 : 0;
  const securityLevel = category === 'SECURITY' ? random.int(1, 3) : random.int(0, 2);
  const files = prose.files(random.int(3, 9)).map((path) => ({
    path,
    type: random.pick(['Modify', 'Modify', 'Create', 'Delete']),
    added: random.int(1, 240),
    removed: random.int(1, 120),
    what: prose.remedy(),
  }));
  const proposed = created + random.int(0, 3);
  const approved = proposed + random.int(1, 5);
  const started = approved + random.int(0, 4);
  let cursor = started;
  const timeline = phases.map(([, name]) => {
    const days = random.int(1, 4);
    const start = cursor;
    cursor += days;
    return { name, days, start, end: cursor - 1 };
  });
  const ended = cursor - random.int(1, 2);
  const deployed = cursor + random.int(0, 2);
  const monitored = deployed + random.int(2, 6);
  const closed = monitored + random.int(0, 4);
  const isApproved = ['APPROVED', 'IN_PROGRESS', 'COMPLETED'].includes(status);
  const isStarted = ['IN_PROGRESS', 'COMPLETED'].includes(status);
  const breaking = random.chance(0.15);
  const schema = random.chance(0.3);
  const chosenSystems = random.some(systems, random.int(1, 4));
  if (schema && !chosenSystems.includes('Database')) chosenSystems.push('Database');
  return {
    id,
    status,
    prose,
    size,
    upstream,
    requestor,
    implementers: random.chance(0.4) ? [implementer, secondImplementer] : [implementer],
    lead,
    security,
    product,
    reviewer,
    category,
    priority,
    risks,
    score,
    band,
    securityLevel,
    // Who reviews for security also approves.
    needsSecurity: category === 'SECURITY' || securityLevel >= 2,
    needsProduct: category === 'FEATURE',
    files,
    created,
    proposed,
    approved,
    started,
    timeline,
    ended,
    deployed,
    monitored,
    closed,
    isApproved,
    isStarted,
    isClosed: status === 'COMPLETED',
    breaking,
    schema,
    systems: chosenSystems,
    branch: `${category === 'BUG' ? 'fix/Issue' : 'feat/REQ'}-${String(random.int(100, 999))}-${prose.noun().replaceAll(' ', '-')}`,
    title: prose.title(),
    secretRotation: random.chance(0.1),
    worksOnPerformance: random.chance(0.25),
  };
}

/**
 * @param {Facts} facts
 * @param {Random} random
 */
function render(facts, random) {
  const record = [
    head(facts, random),
    description(facts, random),
    components(facts, random),
    people(facts, random),
    tracking(facts, random),
  ];
  const assessment = impactAssessment(facts, random);
  const plan = implementationPlan(facts, random);
  return { record: record.join('\n---\n\n'), assessment, plan, closure: facts.isClosed ? closing(facts, random) : '' };
}

/** @param {Facts} facts @param {Random} random */
function head(facts, random) {
  const { prose } = facts;
  const last = facts.isClosed
    ? facts.closed
    : facts.isStarted
      ? facts.started
      : facts.isApproved
        ? facts.approved
        : facts.proposed + 30;
  const address = facts.requestor.toLowerCase().replace(' ', '.');
  const urgency = ['IMMEDIATE', 'HIGH', 'NORMAL', 'LOW'][facts.priority] ?? 'LOW';
  return `# Change Request: ${facts.id}

**Status**: ${facts.status}

**Created**: ${moment(facts.created, random)}
**Last Updated**: ${moment(last, random)}

---

## Basic Information

**Title**: ${facts.title}

**Requestor**: ${facts.requestor}${random.chance(0.6) ? ` <${address}@example.com>` : ''}

**Category**: ${facts.category}

**Priority**: 
${boxes(
  [
    'P0 - CRITICAL (System down, security breach)',
    'P1 - HIGH (Major feature, significant bug)',
    'P2 - MEDIUM (Minor feature, moderate bug)',
    'P3 - LOW (Enhancement, minor issue)',
  ],
  [`P${String(facts.priority)}`],
)}
**Urgency**:
${boxes(
  ['IMMEDIATE (Within 24 hours)', 'HIGH (Within 1 week)', 'NORMAL (Within 2 weeks)', 'LOW (Next sprint/release)'],
  [urgency],
)}${random.chance(0.15) ? `\nAsked for by ${prose.group()} in ${facts.prose.noun()}.\n` : ''}`;
}

/** @param {Facts} facts @param {Random} random */
function description({ prose, size }, random) {
  const more = random.chance(0.2)
    ? `\n### Open Questions\n${list(random.list(random.int(1, 4), () => prose.sentence()))}`
    : '';
  let solution = prose.passage();
  // A long record is long because somebody wrote down a lot.
  const notes = [];
  for (let length = 16_000; length < size; length += (notes.at(-1) ?? '').length)
    notes.push(
      `\n\n#### ${capital(prose.noun())} ${String(notes.length + 1)}\n\n${random.list(4, () => prose.passage()).join('\n\n')}`,
    );
  solution += notes.join('');
  return `## Description

### Problem Statement
${prose.passage()}

### Proposed Solution
${solution}

### Business Justification
${prose.paragraph(1, 3)}

### Alternatives Considered
${prose.passage()}
${more}`;
}

/** @param {Facts} facts @param {Random} random */
function components(facts, random) {
  const { prose } = facts;
  return `## Affected Components

**Systems**:
${boxes([...systems, 'Other: _______'], facts.systems)}
**Modules/Services**:
${list(random.list(random.int(1, 3), () => `${prose.service}: ${prose.noun()}`))}
**Files** (Estimated):
${list(facts.files.map(({ path }) => path))}
---

## Dependencies

**Upstream Dependencies** (must complete before this CR):
${facts.upstream === undefined ? '- None\n' : `- ${facts.upstream}: ${prose.remedy()}\n`}
**Downstream Impact** (will affect these):
${list(random.list(random.int(1, 3), () => `${capital(prose.noun())}: ${prose.remedy()}`))}
**External Dependencies**:
${random.chance(0.6) ? '- None\n' : list([prose.remedy()])}`;
}

/** @param {Facts} facts @param {Random} random */
function people(facts, random) {
  const { prose, isApproved } = facts;
  const state = isApproved ? 'Approved' : 'Pending';
  const approvers = [`${facts.lead} - Technical Lead - ${state}`];
  if (facts.needsSecurity) approvers.push(`${facts.security} - Security Team - ${state}`);
  if (facts.needsProduct) approvers.push(`${facts.product} - Product Owner - ${state}`);
  const dateOf = () => day(random.chance(0.3) && facts.approved > facts.proposed ? facts.approved - 1 : facts.approved);
  const approval = (
    /** @type {boolean} */ isNeeded,
    /** @type {string} */ role,
    /** @type {string} */ name,
    note = '',
  ) =>
    isApproved && isNeeded
      ? `- [x] ${role}: ${name} (Date: ${dateOf()})${note}`
      : `- [ ] ${role}: ____________ (Date: ______)${note}`;
  const token = random.pick(['ATP', 'ATP', 'ATP', 'Approved to Proceed']);
  return `## Stakeholders

**Approver(s)**:
${list(approvers)}
**Implementer(s)**:
${list(facts.implementers.map((name) => `${name} - ${random.pick(['Backend Engineer', 'Platform Engineer', 'Frontend Engineer', 'Data Engineer'])}`))}
**Reviewers**:
- ${facts.reviewer} - ${random.pick(['Backend Engineer', 'Site Reliability Engineer', 'Architect'])}

**Notified Parties**:
${list(random.list(random.int(1, 3), () => prose.group()))}
---

## Approval Status

**Approved by**:
${approval(true, 'Technical Lead', facts.lead)}
${approval(facts.needsSecurity, 'Security Team', facts.security, ' [if security-related]')}
${approval(facts.needsProduct, 'Product Owner', facts.product, ' [if feature]')}

**Approval Token Received**: ${isApproved ? token : '[ATP | Approved to Proceed | Yes/No]'}
**Approval Date**: ${isApproved ? day(facts.approved) : 'YYYY-MM-DD'}
`;
}

/** @param {Facts} facts @param {Random} random */
function tracking(facts, random) {
  const { prose, isStarted, isClosed } = facts;
  /** @type {[number, string, string][]} */
  const history = [[facts.created, 'DRAFT', random.pick(['CR created', 'First version', 'Written down'])]];
  const isProposed = facts.status !== 'DRAFT';
  if (isProposed)
    history.push([
      facts.proposed,
      'PROPOSED',
      random.pick(['CR submitted for approval', 'Submitted', 'Please look at it']),
    ]);
  if (facts.isApproved)
    history.push([facts.approved, 'APPROVED', random.pick(['Approval received', 'Approved', 'All have approved'])]);
  if (isStarted)
    history.push([
      facts.started,
      'IN_PROGRESS',
      random.pick(['Implementation started', 'Begun', `Started on ${prose.noun()}`]),
    ]);
  if (isClosed)
    history.push([facts.closed, 'COMPLETED', random.pick(['Change deployed and verified', 'Verified in production'])]);
  if (facts.status === 'REJECTED') history.push([facts.proposed + 2, 'REJECTED', prose.sentence()]);
  if (facts.status === 'CANCELLED') history.push([facts.proposed + 9, 'CANCELLED', prose.sentence()]);
  return `## Implementation Tracking

**Branch**: ${isStarted || random.chance(0.3) ? facts.branch : 'feat/REQ-XXX-description or fix/Issue-NNN-description'}
**Pull Request**: ${isClosed ? `#${String(random.int(10, 9999))}` : '#NNN'}
**Implementation Start**: ${isStarted ? day(facts.started) : 'YYYY-MM-DD'}
**Implementation End**: ${isClosed ? day(facts.ended) : 'YYYY-MM-DD'}
**Deployed to Production**: ${isClosed ? day(facts.deployed) : 'YYYY-MM-DD'}

---

## Change History

| Date | Status | Notes |
|------|--------|-------|
${history.map(([date, status, notes]) => `| ${day(date)} | ${status} | ${notes} |\n`).join('')}`;
}

/** @param {Facts} facts @param {Random} random */
function closing({ prose, monitored }, random) {
  return `## Closure

**Monitored Until**: ${moment(monitored, random)}

**Final Metrics**:
${list(random.list(random.int(1, 3), () => prose.sentence()))}
**Outcomes**:
${list(random.list(random.int(1, 3), () => prose.sentence()))}
**Incidents**:
${random.chance(0.7) ? '- None\n' : list([prose.danger()])}
**Lessons Learned**:
${list(random.list(random.int(1, 2), () => prose.sentence()))}`;
}
