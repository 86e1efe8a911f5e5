// Faults that people make in records, each of a kind that the rules know. They are planted into a record that has none.

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {{ id: string, another: string, random: Random }} Site where a fault is planted; `another` is another record's ID */
/** @typedef {{ name: string, code: string, plant: (text: string, site: Site) => string }} Fault a text that stays as it is has no place for the fault */

/**
 * @param {RegExp} pattern
 * @param {string | ((...groups: string[]) => string)} by
 * @returns {Fault['plant']}
 */
function exchange(pattern, by) {
  return (text) =>
    typeof by === 'string' ? text.replace(pattern, by) : text.replace(pattern, (...groups) => by(...groups));
}

/** @param {string} date @param {number} days */
function shifted(date, days) {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

const date = String.raw`\d{4}-\d\d-\d\d`;
const approvedOn = new RegExp(`(\\*\\*Approval Date\\*\\*: )(${date})`);

/** @type {readonly Fault[]} */
export const requestFaults = [
  // What the record is said to be, against what it shows.
  {
    name: 'approval not ticked',
    code: 'CG404',
    plant: exchange(/ - Technical Lead - Approved/, ' - Technical Lead - Rejected'),
  },
  {
    name: 'token pending',
    code: 'CG301',
    plant: exchange(/(\*\*Approval Token Received\*\*: )(?:ATP|Approved to Proceed)/, '$1PENDING'),
  },
  {
    name: 'history ends elsewhere',
    code: 'CG305',
    plant: exchange(/\| [\d-]+ \| (?:COMPLETED|APPROVED|IN_PROGRESS) \| .*\n$/m, ''),
  },
  {
    name: 'history without approval',
    code: 'CG306',
    plant: (text) => (text.includes('| IN_PROGRESS |') ? text.replace(/\| [\d-]+ \| APPROVED \| .*\n/, '') : text),
  },
  {
    name: 'history out of order',
    code: 'CG307',
    plant: exchange(/\| ([\d-]+) \| PROPOSED \|/, (_, day = '') => `| ${shifted(day, -40)} | PROPOSED |`),
  },
  {
    name: 'status of nobody',
    code: 'CG310',
    plant: exchange(/(\*\*Status\*\*: )(?:APPROVED|PROPOSED)$/m, '$1NEARLY THERE'),
  },
  // Dates.
  {
    name: 'end before start',
    code: 'CG309',
    plant: exchange(
      new RegExp(`(\\*\\*Implementation End\\*\\*: )(${date})`),
      (_, label = '', day = '') => label + shifted(day, -60),
    ),
  },
  {
    name: 'start before approval',
    code: 'CG308',
    plant: exchange(
      new RegExp(`(\\*\\*Implementation Start\\*\\*: )(${date})`),
      (_, label = '', day = '') => label + shifted(day, -20),
    ),
  },
  {
    name: 'no day of the calendar',
    code: 'CG112',
    plant: exchange(new RegExp(`(\\*\\*Deployed to Production\\*\\*: )(${date})`), '$12021-02-30'),
  },
  {
    name: 'approval of another day',
    code: 'CG408',
    plant: exchange(approvedOn, (_, label = '', day = '') => label + shifted(day, 9)),
  },
  {
    name: 'assessed in the future',
    code: 'CG113',
    plant: exchange(new RegExp(`(\\*\\*Assessment Date\\*\\*: )(${date})`), '$12098-05-04'),
  },
  {
    name: 'plan older than itself',
    code: 'CG611',
    plant: exchange(
      new RegExp(`(\\*\\*Plan Version\\*\\*: .*\\n\\*\\*Created\\*\\*: )(${date})`),
      (_, label = '', day = '') => label + shifted(day, 30),
    ),
  },
  {
    name: 'monitored too short',
    code: 'CG603',
    plant: (text) => {
      const deployed = new RegExp(`\\*\\*Deployed to Production\\*\\*: (${date})`).exec(text)?.[1];
      return deployed === undefined
        ? text
        : text.replace(/(\*\*Monitored Until\*\*: ).*/, `$1${deployed} 09:00:00 UTC`);
    },
  },
  // Who.
  {
    name: 'approves what they asked for',
    code: 'CG405',
    plant: (text) => {
      const requestor = /\*\*Requestor\*\*: ([A-Z][^<\[\n]+)/.exec(text)?.[1]?.trim();
      return requestor === undefined ? text : text.replace(/(- \[x\] Technical Lead: )[^(\n]+/, `$1${requestor} `);
    },
  },
  // IDs.
  {
    name: 'ID of another record',
    code: 'CG205',
    plant: (text, { another }) => text.replace(/^# Change Request: .*/m, `# Change Request: ${another}`),
  },
  {
    name: 'branch of another record',
    code: 'CG613',
    plant: (text, { another }) => text.replace(/(\*\*Pull Request\*\*: )#\d+/, `$1${another}`),
  },
  {
    name: 'waits for itself',
    code: 'CG704',
    plant: (text, { id }) =>
      text.replace(/(\*\*Upstream Dependencies\*\*[^\n]*\n)- None/, `$1- ${id}: the part before`),
  },
  {
    name: 'waits for what is not there',
    code: 'CG701',
    plant: (text) => text.replace(/(\*\*Downstream Impact\*\*[^\n]*\n)/, '$1- CR-2011-03-04-017: reads it too\n'),
  },
  // Risk and assessment.
  {
    name: 'risk lower than its risks',
    code: 'CG503',
    plant: exchange(/(\*\*Overall Risk Level\*\*: )(?:MEDIUM|HIGH|CRITICAL)/, '$1LOW'),
  },
  { name: 'score miscounted', code: 'CG501', plant: exchange(/^(\| .* \| [LMH] \| [LMH] \| )\d( \|)/m, '$18$2') },
  {
    name: 'risk of two levels',
    code: 'CG502',
    plant: exchange(
      /( {3}- \*\*Probability\*\*: )(Low|Medium|High)/,
      (_, label = '', level = '') => label + (level === 'Low' ? 'High' : 'Low'),
    ),
  },
  { name: 'current score differs', code: 'CG507', plant: exchange(/(\*\*Current Risk Score\*\*: )[2-9]/, '$11') },
  { name: 'risk rejected', code: 'CG520', plant: exchange(/(\*\*Risk Acceptance\*\*: )ACCEPTED/, '$1REJECTED') },
  {
    name: 'breaks and does not',
    code: 'CG506',
    plant: exchange(/(\*\*Backward Compatibility\*\*: )Maintained/, '$1Breaking'),
  },
  {
    name: 'boxes that exclude each other',
    code: 'CG111',
    plant: exchange(/(- \[x\] No database changes(?:\n.*){2}\n- )\[ \]/, '$1[x]'),
  },
  {
    name: 'fewer files than listed',
    code: 'CG516',
    plant: exchange(/(\*\*Files to Modify\*\*: )[2-9] files/, '$11 files'),
  },
  { name: 'coverage too low', code: 'CG514', plant: exchange(/(New Code Coverage Target: ≥ )\d+/, '$140') },
  { name: 'radius too small', code: 'CG518', plant: exchange(/(\*\*Reversibility\*\*: )\w+/, '$1Irreversible') },
  // Plan.
  {
    name: 'open step',
    code: 'CG602',
    plant: (text) => (text.includes('**Status**: COMPLETED') ? text.replace(/( {3,4}- )\[x\]/, '$1[ ]') : text),
  },
  {
    name: 'total of the timeline',
    code: 'CG607',
    plant: exchange(/\| \*\*Total\*\* \| \*\*\d+ days\*\*/, '| **Total** | **61 days**'),
  },
  {
    name: 'phase ends before it starts',
    code: 'CG608',
    plant: exchange(
      /(\| Quality \| .* \| )([\d-]+)( \| )[\d-]+/,
      (_, a = '', day = '', b = '') => a + day + b + shifted(day, -9),
    ),
  },
  { name: 'file that nobody planned', code: 'CG609', plant: exchange(/^(\| \/\S+ \| )Modify/m, '$1Create') },
  // Answers and form.
  {
    name: 'no requestor',
    code: 'CG101',
    plant: exchange(/(\*\*Requestor\*\*: ).*/, '$1[Name/Email of person requesting change]'),
  },
  {
    name: 'answer of the template',
    code: 'CG101',
    plant: exchange(/(### Business Justification\n).*/, '$1[Why is this change needed? What value does it provide?]'),
  },
  {
    name: 'no word on the way back',
    code: 'CG101',
    plant: exchange(/(\*\*Reversibility\*\*: )(?!Irr)\w+/, '$1[Easy | Moderate | Difficult | Irreversible]'),
  },
  {
    name: 'security not assessed',
    code: 'CG101',
    plant: exchange(/(\*\*Security Assessment\*\*: )\w+/, '$1[LOW | MEDIUM | HIGH | CRITICAL]'),
  },
  {
    name: 'performance not assessed',
    code: 'CG101',
    plant: exchange(/(\*\*Performance Assessment\*\*: )\w+/, '$1[POSITIVE | NEUTRAL | NEGATIVE | UNKNOWN]'),
  },
  { name: 'nobody assessed', code: 'CG101', plant: exchange(/\*\*Assessed By\*\*: .*\n/, '') },
  { name: 'field is gone', code: 'CG101', plant: exchange(/\*\*Complexity Estimate\*\*: .*\n\n/, '') },
  { name: 'section is gone', code: 'CG101', plant: exchange(/### 8\. Blast Radius Summary(?:\n(?!---).*)*/, '') },
  { name: 'category that is none', code: 'CG107', plant: exchange(/(\*\*Category\*\*: )\w+/, '$1CHORE') },
  { name: 'two priorities', code: 'CG110', plant: exchange(/\[ \] P0/, '[x] P0') },
  { name: 'field twice', code: 'CG108', plant: exchange(/(\*\*Affected Users\*\*: )(.*)/, '$1$2\n$1Somebody') },
  {
    name: 'words above a rule',
    code: 'CG105',
    plant: exchange(/(?<=^[A-Z].*)\n\n---\n\n## Affected Components/m, '\n---\n\n## Affected Components'),
  },
  {
    name: 'other systems without words',
    code: 'CG117',
    plant: exchange(/- \[ \] (Other: _+\n\n\*\*Modules)/, '- [x] $1'),
  },
  {
    name: 'none beside others',
    code: 'CG120',
    plant: exchange(/(\*\*External Dependencies\*\*:\n)- None/, '$1- None\n- A new contract with the carrier'),
  },
  {
    name: 'urgent without priority',
    code: 'CG119',
    plant: (text) =>
      text.includes('[x] P3')
        ? text.replace('[x] LOW (Next', '[ ] LOW (Next').replace('[ ] IMMEDIATE', '[x] IMMEDIATE')
        : text,
  },
];

/** @type {readonly Fault[]} */
export const recordFaults = [
  {
    name: 'ID of another record',
    code: 'CG205',
    plant: (text) => text.replace(/(\*\*Change ID\*\*: ).*/, '$1CHG-20110304-017'),
  },
  { name: 'no rollback', code: 'CG806', plant: exchange(/(\*\*Rollback Plan\*\*:\n)(?:\d.*\n)+/, '$11. None\n') },
  { name: 'no window', code: 'CG801', plant: exchange(/\*\*Scheduled\*\*: .*\n/, '') },
  { name: 'no approver', code: 'CG301', plant: exchange(/\*\*Approver\*\*: .*\n\*\*Approved\*\*: .*\n/, '') },
  {
    name: 'approver of another role',
    code: 'CG409',
    plant: exchange(/\((?:Engineering Manager|CTO)\)/, '(Team Lead)'),
  },
  {
    name: 'reviewed late',
    code: 'CG802',
    plant: exchange(/(\*\*Reviewed\*\*: )([\d-]+)/, (_, label = '', day = '') => label + shifted(day, 40)),
  },
  { name: 'told late', code: 'CG803', plant: exchange(/(\*\*Notified\*\*: [\d-]+ )02/, '$108') },
  { name: 'no day of the calendar', code: 'CG112', plant: exchange(/(\*\*Date\*\*: )[\d-]+/, '$12021-02-30') },
  { name: 'type that is none', code: 'CG107', plant: exchange(/(\*\*Type\*\*: )\w+/, '$1Urgent') },
  {
    name: 'no description',
    code: 'CG101',
    plant: exchange(/(\*\*Description\*\*:\n).*/, '$1[What is changing and why]'),
  },
  {
    name: 'risk of a standard change',
    code: 'CG805',
    plant: (text) => (text.includes('**Type**: Standard') ? text.replace('Risk level: Low', 'Risk level: High') : text),
  },
  { name: 'downtime of unknown length', code: 'CG809', plant: exchange(/(- Downtime required: )Yes.*/, '$1Yes') },
  {
    name: 'made before its window',
    code: 'CG808',
    plant: exchange(
      /(\*\*Scheduled\*\*: .*\n\*\*Implemented\*\*: )([\d-]+)/,
      (_, label = '', day = '') => label + shifted(day, -1),
    ),
  },
  { name: 'users gone', code: 'CG101', plant: exchange(/- Users affected: .*\n/, '') },
];

/**
 * Plants some faults, as many as are wanted and have a place in the text.
 * @param {string} text
 * @param {readonly Fault[]} faults
 * @param {number} count
 * @param {Site} site
 * @returns {{ text: string, planted: readonly Fault[] }}
 */
export function plantFaults(text, faults, count, site) {
  /** @type {Fault[]} */
  const planted = [];
  let current = text;
  for (const fault of site.random.some(faults, faults.length)) {
    if (planted.length === count) break;
    const next = fault.plant(current, site);
    if (next === current) continue;
    current = next;
    planted.push(fault);
  }
  return { text: current, planted };
}
