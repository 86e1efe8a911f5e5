import { strict as assert } from 'node:assert';
import { summarize } from '../../../../src/core/workspace/summarize';
import type { IndexedRecord } from '../../../../src/core/workspace/recordSummary';
import type { Hover, HoverFacts, HoverLine } from '../../../../src/core/present/language/hover';
import { hoverMarkdown } from '../../../../src/core/present/language/hoverMarkdown';
import { hoverAt } from '../../../../src/core/present/language/hovers';
import { lintRecord } from '../../../../src/core/rules/engine/lintRecord';
import { locateFindings } from '../../../../src/core/findings/locateFindings';
import { facts as languageFacts, mark, now, read, recordPath, summary } from './atCursor';

const signLinks: IndexedRecord = { summary: summary('CR-2026-02-16-001', 'Sign links', 'PROPOSED'), findings: [] };

const facts: HoverFacts = {
  processes: languageFacts.processes,
  now,
  zone: 'UTC',
  recordsOf: (id) => (id === 'CR-2026-02-16-001' ? [signLinks] : []),
  requirements: () => languageFacts.requirements(),
};

async function hover(
  marked: string,
  options: { path?: string; plain?: boolean; facts?: HoverFacts } = {},
): Promise<(Hover & { readonly text: string; readonly about: string }) | undefined> {
  const offset = marked.indexOf(mark);
  const text = marked.slice(0, offset) + marked.slice(offset + mark.length);
  const path = options.path ?? recordPath;
  const record = options.plain === true ? undefined : read(text, path);
  const found = await hoverAt({ record, path, text, offset }, options.facts ?? facts);
  return (
    found && { ...found, text: found.lines.map(words).join('\n'), about: text.slice(found.span.start, found.span.end) }
  );
}

function words(line: HoverLine): string {
  switch (line.kind) {
    case 'heading':
    case 'text':
      return line.text;
    case 'facts':
      return line.facts.map(([label, text]) => `${label}: ${text}`).join('\n');
    case 'items':
      return line.items.map(({ text }) => `- ${text}`).join('\n');
    case 'links':
      return line.links.map(({ label }) => label).join(' · ');
  }
}

const head = '# Change Request: CR-2026-02-09-001\n\n';

describe('the hover of an ID', () => {
  it('tells title, status, who is missing and where to go, in records, other Markdown and source', async () => {
    for (const [text, path] of [
      ['Waits for cr-2026-02-16-001‸ first.', 'docs/notes.md'],
      ['x = 1  # see CR-2026-‸02-16-001: signed links', 'src/links.py'],
    ] as const) {
      const found = await hover(text, { path, plain: true });
      assert.equal(found?.about.toUpperCase(), 'CR-2026-02-16-001');
      assert.match(found.text, /^Sign links\nCR-2026-02-16-001\nStatus: Proposed, waits for/);
      assert.match(found.text, /\nMissing: no approval token[^;]*; .*the Technical Lead has not approved it.*\n/);
      assert.match(found.text, /Open · Open to the side$/);
    }
    assert.ok(await hover(`${head}Needs CR-2026-02-16-001‸.\n`));
  });

  it('tells open problems with their places, the first five', async () => {
    const record = read(`${head}**Status**: COMPLETED\n`);
    const all = locateFindings(
      lintRecord(record, { today: { year: 2026, month: 3, day: 13, minutes: undefined }, known: new Map() }),
      new Map([[record.path, record.document.scan.lines]]),
    );
    const error = all.find(({ severity }) => severity === 'error');
    assert.ok(error);
    const findings = Array.from({ length: 7 }, () => error);
    const found = await hover('CR-2026-02-09-001‸', {
      plain: true,
      facts: { ...facts, recordsOf: () => [{ summary: summarize(record, findings, []), findings }] },
    });
    const items = found?.lines.find(({ kind }) => kind === 'items');
    assert.ok(items?.kind === 'items');
    assert.equal(items.items.length, 6);
    assert.match(items.items[5]?.text ?? '', /^\d+ more$/);
    assert.equal(items.items[0]?.target?.path, record.path);
  });

  it('says where there is no such record, and where there are two', async () => {
    assert.equal(
      (await hover('CR-2026-01-01-001‸', { plain: true }))?.text,
      'There is no record CR-2026-01-01-001 here.',
    );
    const twice = await hover('CR-2026-02-16-001‸', {
      plain: true,
      facts: { ...facts, recordsOf: () => [signLinks, signLinks] },
    });
    assert.match(twice?.text ?? '', /^2 records have the ID CR-2026-02-16-001\./);
  });

  it('tells what a requirement is, and nothing of one that nobody knows', async () => {
    assert.equal((await hover('REQ-‸014', { plain: true }))?.text, 'REQ-014\nUploads of 50 MB');
    assert.equal(await hover('REQ-‸999', { plain: true }), undefined);
  });
});

describe('the hover of a status', () => {
  it('tells what it means, what is next and what is missing for it', async () => {
    const found = await hover(`${head}**Status**: PROP‸OSED\n`);
    assert.equal(found?.about, 'PROPOSED');
    assert.match(found.text, /^PROPOSED\nComplete and submitted; it waits for approval\.\nNext:\n/);
    assert.match(found.text, /- APPROVED: \d+ things are missing\n/);
    assert.match(found.text, /Missing for APPROVED:\n- /);
  });

  it('tells of the status of a row of the history, and of the one pointed at in the list of the template', async () => {
    const history = '## Change History\n\n| Date | Status | Notes |\n|---|---|---|\n| 2026-02-09 | DRA‸FT | x |\n';
    assert.match((await hover(head + history))?.text ?? '', /^DRAFT\n.*\nIt leads to PROPOSED, CANCELLED\.$/);
    const list = await hover(`${head}**Status**: [DRAFT | COMP‸LETED]\n`);
    assert.equal(list?.about, 'COMPLETED');
    assert.match(list.text, /Nothing comes after it\.$/);
  });

  it('says nothing of a status in prose or in code', async () => {
    assert.equal(await hover(`${head}It is APPR‸OVED.\n`), undefined);
    assert.equal(await hover(`${head}\`\`\`\n**Status**: APPR‸OVED\n\`\`\`\n`), undefined);
  });
});

describe('the hover of a risk', () => {
  const risks = (list: string): string =>
    `${head}## Impact Assessment\n\n### 7. Risk Assessment\n\n**Overall Risk Level**: HI‸GH\n\n**Identified Risks**:\n\n${list}`;
  const list =
    '1. **Risk**: The key leaks\n   - **Probability**: Medium\n   - **Impact**: High\n\n2. **Risk**: Links expire\n   - **Probability**: Low\n   - **Impact**: Low\n';
  const at = (marked: string): string => risks(marked).replace('HI‸GH', 'HIGH');

  it('tells on the label of the overall risk how it stands, and what is asked for', async () => {
    const onLabel = await hover(at(list).replace('Overall Risk', 'Overall ‸Risk'));
    assert.equal(onLabel?.about, 'Overall Risk Level');
    assert.match(onLabel?.text ?? '', /^6 HIGH\nThe highest of 2 risks: "The key leaks"\./);
    assert.match(onLabel?.text ?? '', /\nOverall Risk Level\nOne of:\n- LOW\n- MEDIUM\n- HIGH\n- CRITICAL\nDue from/);
    const withoutRisks = await hover(at('').replace('Overall Risk', 'Overall ‸Risk'));
    assert.match(withoutRisks?.text ?? '', /^Overall Risk Level\nOne of:/);
  });

  it('tells how the score comes about, from the list and from the matrix', async () => {
    const expected =
      'The key leaks\nProbability Medium (2) × impact High (3) = 6 HIGH\nScore = probability × impact. Low 1, Medium 2, High 3. 1–2 LOW, 3–4 MEDIUM, 6 HIGH, 9 CRITICAL.';
    assert.equal((await hover(at(list.replace('key leaks', 'key ‸leaks'))))?.text, expected);
    assert.equal((await hover(at(list.replace('Medium', 'Med‸ium'))))?.about, '- **Probability**: Medium');
    const matrix = '| Risk | Probability | Impact | Risk Score |\n|---|---|---|---|\n| The key leaks | M | H | ‸4 |\n';
    assert.equal((await hover(at(matrix)))?.text, expected.replace('HIGH\n', 'HIGH\nThe table says 4.\n'));
  });

  it('tells the highest and the sum at the overall risk', async () => {
    const found = await hover(risks(list));
    assert.equal(found?.about, 'HIGH');
    assert.match(
      found.text,
      /^6 HIGH\nThe highest of 2 risks: "The key leaks"\.\n.*= 6 HIGH\nSum, for information: 7\n/,
    );
  });
});

describe('the hover of a label', () => {
  it('tells what the process asks for and when', async () => {
    const found = await hover(
      `${head}**Status**: PROPOSED\n\n## Basic Information\n\n**Cate‸gory**: [FEATURE | BUG]\n`,
    );
    assert.equal(found?.about, 'Category');
    assert.match(found.text, /^Category\nOne of:\n- FEATURE\n- BUG\n/);
    assert.match(found.text, /Due from PROPOSED on\. It is due now and not answered\.$/);
    const title = await hover(`${head}## Basic Information\n\n**Ti‸tle**: x\n`);
    assert.match(title?.text ?? '', /In the template: \[Brief description of the change\]/);
  });

  it('tells it of headings as well', async () => {
    const section = await hover(`${head}## Affected ‸Components\n`);
    assert.match(section?.text ?? '', /^Affected Components\nAsks for:\n- Systems\n- Modules\/Services\n- Files/);
    assert.match(section?.text ?? '', /Due from PROPOSED on\.$/);
    const field = await hover(`${head}## Description\n\n### Problem ‸Statement\n\nx\n`);
    assert.match(field?.text ?? '', /In the template: \[What problem are we solving\?/);
  });

  it('tells the condition in words', async () => {
    const path = 'docs/processes/change-records/CHG-20260303-001.md';
    const found = await hover('**Type**: Normal\n\n**Testing ‸Plan**:\n- [ ] x\n', { path });
    assert.match(found?.text ?? '', /Due from PROPOSED on where Type is normal\./);
  });
});

describe('a hover as Markdown', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '[x](command:workbench.action.quit)',
    '$(zap)',
    '![](https://example.com/x.png)',
    '**bold** `code` # heading',
    'https://example.com www.example.com a@example.com',
    '&lt;b&gt; \u202e reversed \u0007',
    'one\n\n- two\n\n# three',
  ];

  it('leaves nothing in a text that means something', () => {
    for (const text of hostile) {
      const markdown = hoverMarkdown(
        [
          { kind: 'heading', text },
          { kind: 'items', items: [{ text }] },
        ],
        () => 'command:own',
      );
      for (const line of markdown.split('\n')) {
        const rest = line.replace(/^\*\*|\*\*$|^- /g, '').replace(/\\[!-/:-@[-`{-~]/g, '');
        assert.doesNotMatch(rest, /[!-/:-@[-`{-~\p{Cc}\p{Cf}]/u, markdown);
      }
    }
  });

  it('is cut where it would flood', () => {
    assert.ok(hoverMarkdown([{ kind: 'text', text: 'x'.repeat(10_000) }], () => '').length <= 300);
  });

  it('links only to what it was given', () => {
    const target = { path: 'docs/x.md' };
    const markdown = hoverMarkdown(
      [{ kind: 'links', links: [{ label: 'Open', target, toSide: true }] }],
      (each, toSide) => `command:open?${each.path}${String(toSide)}`,
    );
    assert.equal(markdown, '[Open](command:open?docs/x.mdtrue)');
  });
});
