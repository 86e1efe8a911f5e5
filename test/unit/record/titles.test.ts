import { strict as assert } from 'node:assert';
import { chg, cr } from './reading';

const id = 'CR-2026-02-09-001';

describe('the title of a change request (reading 4)', () => {
  for (const [what, text, title] of [
    [
      'an H2 below an H1 that has the ID alone',
      `# Change Request: ${id}\n\n## Faster label scans\n\n**Status**: DRAFT\n`,
      'Faster label scans',
    ],
    [
      'an H2 with plain labels below',
      `# ${id}\n\n---\n\n## Faster label scans\n\nStatus: DRAFT\n`,
      'Faster label scans',
    ],
    [
      'an H2 with a table of labels below',
      `# Change Request\n\n## Faster scans\n\n| Status | DRAFT |\n|---|---|\n| Priority | P1 |\n`,
      'Faster scans',
    ],
    [
      'an H2 with nothing below but headings',
      `# Change Request\n\n## Faster scans\n\n## Description\n\nText.\n`,
      'Faster scans',
    ],
    ['an H3 below an H1 that has the ID alone', `# ${id}\n\n### Faster scans\n\n**Status**: DRAFT\n`, 'Faster scans'],
    [
      'a bold line below an H1 that has the ID alone',
      `# ${id}\n\n**Faster scans**\n\n**Status**: DRAFT\n`,
      'Faster scans',
    ],
    ['words beside an ID in tags', `# <code>${id}</code>: Faster scans\n`, 'Faster scans'],
    ['words before an ID in marks and brackets', `# Faster scans (\`${id}\`)\n`, 'Faster scans'],
    ['words in brackets', `# Change Request: ${id} (Faster scans)\n`, 'Faster scans'],
    ['words behind a slash, with an anchor', `# ${id} / Faster scans {#scans}\n`, 'Faster scans'],
    ['words behind an ID with a label', `# Change Request\n\n**CR**: ${id} – Faster scans\n`, 'Faster scans'],
    [
      'an H2 with the ID and words',
      `# Change Request\n\n## ${id}: Faster scans\n\n**Status**: DRAFT\n`,
      'Faster scans',
    ],
    ['an H2 with the ID where there is no H1', `## ${id} – Faster scans\n\n**Status**: DRAFT\n`, 'Faster scans'],
    ['an H3 with the ID', `# Change Request Form\n\n### CR ${id}: Faster scans\n`, 'Faster scans'],
    ['a first line with the ID', `**${id}: Faster scans**\n\nStatus: DRAFT\n`, 'Faster scans'],
    ['words behind "Change Request:"', `# Change Request: Faster scans\n`, 'Faster scans'],
    ['words behind a picture and "Change Request:"', `# 🚀 Change Request: Faster scans\n`, 'Faster scans'],
    ['words behind "CR:"', `# CR: Faster scans\n`, 'Faster scans'],
    ['words behind "[RFC]"', `# [RFC] Faster scans\n`, 'Faster scans'],
    ['words behind a number of another kind', `# Change Request #12 – Faster scans\n`, 'Faster scans'],
    ['words behind a kind of change', `# Emergency Change Request: Restart the scanner\n`, 'Restart the scanner'],
    ['words behind "Change Request" and a note', `# Change Request (CR): Faster scans\n`, 'Faster scans'],
    ['words behind "RFC" and a number', `# RFC 0012: Faster scans\n`, 'Faster scans'],
    ['words behind "Title:" in the H1', `# Title: Faster scans\n`, 'Faster scans'],
    ['words behind the ID and a note', `# ${id} (REQ-118): Faster scans\n`, 'Faster scans'],
    [
      'words that begin with the name of the process',
      '# Change requests are read faster\n',
      'Change requests are read faster',
    ],
    ['words before "Change Request"', `# Faster scans – Change Request\n`, 'Faster scans'],
    ['words before "Change Request" and the ID', `# Faster scans | Change Request ${id}\n`, 'Faster scans'],
    [
      'words behind "Change Request" and the ID in brackets',
      `# Change Request (${id}): Faster scans\n`,
      'Faster scans',
    ],
    ['a comment behind it', `# ${id}: Faster scans <!-- later: all -->\n`, 'Faster scans'],
    ['entities', `# ${id}: Read &amp; write\n`, 'Read & write'],
    ['a label of another language', `# Change Request\n\n**Betreff**: Faster scans\n`, 'Faster scans'],
    ['words with a colon', `# ${id}: Phase 2: faster scans\n`, 'Phase 2: faster scans'],
    ['emphasis', `# ${id}: Raise **the** *upload* limit\n`, 'Raise the upload limit'],
    ['emphasis around all of it', `# **${id}: Raise the limit**\n`, 'Raise the limit'],
    ['emphasis around the ID', `# **${id}**: Raise **the limit**\n`, 'Raise the limit'],
    ['code at its end', `# ${id}: Rename \`scan()\` to \`read()\`\n`, 'Rename scan() to read()'],
    ['code at its beginning', `# ${id}: \`scan()\` becomes \`read()\`\n`, 'scan() becomes read()'],
    ['a link', `# ${id}: Move to [the new API](https://example.com/a_(b)) today\n`, 'Move to the new API today'],
    ['a link around the ID', `# [${id}](https://example.com/1): Raise the limit\n`, 'Raise the limit'],
    ['a link around the ID at its end', `# Raise the limit ([${id}](https://example.com/1))\n`, 'Raise the limit'],
    [
      'words with underscores',
      `# ${id}: Rename upload_limit_mb and _old_ names\n`,
      'Rename upload_limit_mb and old names',
    ],
    ['brackets at its end', `# ${id}: Raise the limit (again)\n`, 'Raise the limit (again)'],
    ['stars that are no emphasis', `# ${id}: 2 * 3 * 4 workers\n`, '2 * 3 * 4 workers'],
    ['another ID before its own', `# Rollback of CR-2026-01-05-002 (${id})\n`, 'Rollback of CR-2026-01-05-002'],
    ['front matter', '---\ntitle: Faster scans\n---\n\n# Change Request\n', 'Faster scans'],
    ['front matter with a subject', '---\nsubject: Faster scans\n---\n\n# Change Request\n', 'Faster scans'],
    ['front matter with a name', '---\nname: Faster scans\n---\n\n# Change Request\n', 'Faster scans'],
    [
      'front matter with a colon in it',
      '---\ntitle: Phase 2: faster scans\nstatus: DRAFT\n---\n\nText.\n',
      'Phase 2: faster scans',
    ],
    [
      'front matter with a bracket at its beginning',
      '---\ntitle: [WIP] Faster scans\n---\n\nText.\n',
      '[WIP] Faster scans',
    ],
    [
      'front matter with code at its beginning',
      '---\ntitle: `scan` is faster\nstatus: DRAFT\n---\n\nText.\n',
      'scan is faster',
    ],
    ['a numbered heading', `# ${id}\n\n## 1. Title\n\nFaster scans\n\n## 2. Status\n\nDRAFT\n`, 'Faster scans'],
    [
      'a numbered heading of the third level',
      `# ${id}\n\n## 1. Basic Information\n\n### 1.1 Title\n\nFaster scans\n`,
      'Faster scans',
    ],
    ['a label of other words', `# Change Request\n\n**Subject**: Faster scans\n**Status**: DRAFT\n`, 'Faster scans'],
    ['a label without bold', `# Change Request\n\nCR Title: Faster scans\nStatus: DRAFT\n`, 'Faster scans'],
    ['a label in a quote', `# Change Request\n\n> **Title:** Faster scans\n> **Status:** DRAFT\n`, 'Faster scans'],
    ['a label among others on a line', `# ${id}\n\n**Status:** DRAFT | **Subject:** Faster scans\n`, 'Faster scans'],
    [
      'a table with its labels above',
      '# Change Request\n\n| CR ID | Subject | Status |\n|---|---|---|\n| x | Faster scans | DRAFT |\n',
      'Faster scans',
    ],
    ['a heading with the place of a number', '# CR-###: Faster scans\n\n**Status**: DRAFT\n', 'Faster scans'],
    [
      'a table of four columns',
      '# Change Request\n\n| a | b | c | d |\n|---|---|---|---|\n| Status | DRAFT | Subject | Faster scans |\n',
      'Faster scans',
    ],
    [
      'a section that tells of the record',
      `# Change Request\n\n## Change Information\n\n- Subject: Faster scans\n`,
      'Faster scans',
    ],
  ] as const)
    it(`is found in ${what}`, () => {
      const record = cr(text);
      assert.equal(record.title?.filled === true ? record.title.text : undefined, title);
    });

  for (const text of [
    `# Change Request \`${id}\`\n`,
    `# \`${id}\`\n`,
    `# **${id}**\n`,
    `# ${id}-faster-scans\n`,
    `# Change Request (\`${id}\`)\n`,
    `# Change Request [\`${id}\`](x.md)\n`,
    `# *Change Request:* **${id}**\n`,
    `# Change Request: ${id} (DRAFT)\n`,
    `# Change Request: ${id} – APPROVED\n`,
    `# Change Request: ${id} v2\n`,
    `# Change Request: ${id} ✅\n`,
    '# Change Request Form\n',
    '# RFC\n',
    '# Change Record\n',
    '# Request for Change (RFC)\n',
    '# Emergency Change Request\n',
    '# Änderungsantrag\n',
    '# CR #12\n',
    '# Change Request: CR-YYYY-MM-DD-XXX\n',
    '# Change Request: [Title]\n',
    '# Change Request: TBD\n',
    '# Untitled\n',
    `# ${id}\n\n**Status**\n\nDRAFT\n`,
    `# Change Request\n\n**CR**: ${id} (internal)\n`,
    `# ${id}\n\n## Metadata\n\n**Status**: DRAFT\n`,
    `# ${id}\n\n## Description\n\nText.\n`,
    `# ${id}\n\n## Rollout of the scanner\n\nA section of prose that no process knows.\n`,
    `# ${id}\n\n**Status**: DRAFT\n\n## Rollout of the scanner\n\n- Owner: Ana Ruiz\n`,
    `# ${id}\n\n## Related Changes\n\n- Title: Older scans\n`,
  ])
    it(`is none in ${JSON.stringify(text)}`, () => {
      assert.equal(cr(text).title?.filled ?? false, false, cr(text).title?.text);
    });

  it('stands where it was found, with its marks', () => {
    const text = `# ${id}: Rename \`scan()\` to **read()**\n`;
    const { title } = cr(text);
    assert.equal(title && text.slice(title.span.start, title.span.end), 'Rename `scan()` to **read()**');
  });
});

describe('the title of a change record, which has no field for it', () => {
  for (const [what, text, title] of [
    [
      'a bold label',
      '**Title:** Restart the scanner\n\n**Type:** Emergency\n\n**Description:**\n\nIt hangs.\n',
      'Restart the scanner',
    ],
    ['an item', '# Change Request\n\n- **Title:** Rotate the keys\n- **Type:** Standard\n', 'Rotate the keys'],
    ['a plain label', 'Title: Rotate the keys\nType: Standard\n', 'Rotate the keys'],
    ['a subject', '**Change ID**: CHG-20260209-001\n**Subject**: Rotate the keys\n', 'Rotate the keys'],
    [
      'a summary',
      '**Change ID**: CHG-20260209-001\n**Summary of change**: Rotate the keys\n**Description**: Long words.\n',
      'Rotate the keys',
    ],
    ['a name', '**Change ID**: CHG-20260209-001\n**Name**: Rotate the keys\n', 'Rotate the keys'],
    ['a heading', '## Title\n\nRotate the keys\n\n## Type\n\nStandard\n', 'Rotate the keys'],
    [
      'a label with its value on the next line',
      '**Title**:\nRotate the keys\n\n**Type**: Standard\n',
      'Rotate the keys',
    ],
    ['front matter', '---\ntitle: Rotate the keys\n---\n\n**Type**: Standard\n', 'Rotate the keys'],
    ['the heading', '# CHG-20260209-001: Rotate the keys\n\n**Name**: Ana Ruiz\n', 'Rotate the keys'],
    [
      'the description, where there is nothing else',
      '**Description**: Rotate the keys. Then tell.\n',
      'Rotate the keys',
    ],
  ] as const)
    it(`is found in ${what}`, () => {
      assert.equal(chg(text).title?.text, title);
    });

  it('is none in a description that is a list of parts', () => {
    assert.equal(
      chg('# CHG-20260209-001\n\n**Description**:\n- Problem: It hangs\n- Solution: Restart\n').title,
      undefined,
    );
  });
});
