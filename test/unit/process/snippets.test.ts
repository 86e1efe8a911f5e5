import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { check, resolveConfig } from 'prettier';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { isPlaceholder } from '../../../src/core/process/placeholder';
import { renderSnippets } from '../../../src/core/process/snippets';
import { snippetText, type SnippetPiece } from '../../../src/core/process/snippetText';
import { insertedText, parseSnippet, stopsOf, type SnippetPart } from './snippetSyntax';

interface SnippetEntry {
  readonly prefix: string;
  readonly scope: string;
  readonly description: string;
  readonly body: string | readonly string[];
}

const file = 'snippets/changegate.json';
const text = renderSnippets(builtInProcesses());
const snippets = Object.values(JSON.parse(text) as Record<string, SnippetEntry>);

function partsOf(prefix: string): SnippetPart[] {
  const body = snippets.find((snippet) => snippet.prefix === prefix)?.body;
  assert.ok(body !== undefined, prefix);
  return parseSnippet(typeof body === 'string' ? body : body.join('\n'));
}

const choicesOf = (prefix: string) => partsOf(prefix).flatMap((part) => (part.kind === 'choice' ? [part.options] : []));

describe('the snippets', () => {
  it('in the repository are those that the processes give', () => {
    assert.equal(readFileSync(file, 'utf8'), text);
  });

  it('are written as the formatter would', async () => {
    assert.ok(await check(text, { ...(await resolveConfig(file)), filepath: file }));
  });

  it('are those that were agreed, for Markdown, each with a description', () => {
    assert.deepEqual(snippets.map(({ prefix }) => prefix).sort(), [
      'approval',
      'chg',
      'closure',
      'cr',
      'history-row',
      'ia',
      'plan',
      'risk',
      'risk-row',
    ]);
    for (const { scope, description } of snippets) assert.ok(scope === 'markdown' && description.length > 10);
  });

  for (const { prefix } of snippets) {
    it(`${prefix} is a snippet by the letter, with its stops in order and the end last`, () => {
      const stops = stopsOf(partsOf(prefix));
      assert.equal(stops.at(-1), 0);
      assert.deepEqual(
        stops.slice(0, -1),
        stops.slice(0, -1).map((_, index) => index + 1),
      );
    });
  }

  it('leave the template as it is where nothing is known, the history row and the dates apart', () => {
    const [requests, records] = builtInProcesses();
    const today = '<CURRENT_YEAR>-<CURRENT_MONTH>-<CURRENT_DATE>';
    for (const [prefix, template] of [
      ['ia', requests?.documents[1]?.template],
      ['plan', requests?.documents[2]?.template],
      ['closure', requests?.documents[3]?.template],
      ['chg', records?.documents[0]?.template],
    ] as const) {
      const inserted = insertedText(partsOf(prefix)).replace('**Status**: DRAFT\n', '').split('\n');
      for (const [line, expected] of (template ?? '').trimEnd().split('\n').entries()) {
        const dated = expected.replace(/(Date|Created|Last Updated)\*\*: \[?YYYY-MM-DD\]?/, `$1**: ${today}`);
        assert.equal(inserted[line], dated.replace('CHG-YYYYMMDD-NNN', '<TM_FILENAME_BASE>'));
      }
    }
  });

  it('begin a change request with its ID, DRAFT, the day and one row of history', () => {
    const inserted = insertedText(partsOf('cr'));
    assert.ok(
      inserted.startsWith('# Change Request: <TM_FILENAME_BASE>\n\n**Status**: DRAFT\n\n**Created**: <CURRENT_YEAR>-'),
    );
    assert.ok(inserted.endsWith('|-------|\n| <CURRENT_YEAR>-<CURRENT_MONTH>-<CURRENT_DATE> | DRAFT | CR created |\n'));
    assert.ok(insertedText(partsOf('chg')).includes('<CURRENT_DATE>\n**Status**: DRAFT\n\n**Description**:\n'));
  });

  it('decide nothing for anybody: what was not chosen is still to be filled', () => {
    for (const { prefix } of snippets) {
      for (const [first = '', ...others] of choicesOf(prefix)) {
        assert.ok(others.length > 0);
        const isStatus = first === 'DRAFT';
        assert.ok(isStatus || first === ' ' || isPlaceholder(first), `${prefix}: ${first}`);
      }
    }
    assert.ok(
      !snippets
        .map(({ prefix }) => insertedText(partsOf(prefix)))
        .join('\n')
        .includes('[x]'),
    );
  });

  it('offer the words that give approval, commas and all (reading 32)', () => {
    const [token] = choicesOf('approval');
    assert.deepEqual(token, [
      '[ATP | Approved to Proceed | Yes/No]',
      'Approved to Proceed',
      'ATP',
      'Go Ahead',
      'Implement',
      'LGTM, start implementation',
    ]);
  });

  it('offer the steps of the scale for a risk', () => {
    assert.deepEqual(choicesOf('risk'), [
      ['[Low | Medium | High]', 'Low', 'Medium', 'High'],
      ['[Low | Medium | High]', 'Low', 'Medium', 'High'],
    ]);
    assert.deepEqual(choicesOf('risk-row'), [
      ['[L/M/H]', 'L', 'M', 'H'],
      ['[L/M/H]', 'L', 'M', 'H'],
    ]);
  });

  it('write one row of history with the day of today', () => {
    assert.equal(
      insertedText(partsOf('history-row')),
      '| <CURRENT_YEAR>-<CURRENT_MONTH>-<CURRENT_DATE> | DRAFT | [Notes] |',
    );
  });
});

describe('the text of a snippet', () => {
  it('says what its pieces say, whatever is in them', () => {
    const any = fc.string({
      unit: fc.constantFrom('$', '{', '}', '\\', ',', '|', ':', '1', 'a', ' ', '\n'),
      minLength: 1,
      maxLength: 8,
    });
    const piece: fc.Arbitrary<SnippetPiece> = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text: any }),
      fc.record({ kind: fc.constant('stop' as const), text: any }),
      fc.record({ kind: fc.constant('choice' as const), options: fc.array(any, { minLength: 1, maxLength: 4 }) }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const parts = parseSnippet(snippetText(pieces));
        const expected = pieces.map((each) =>
          each.kind === 'choice' ? each.options[0] : 'text' in each ? each.text : '',
        );
        assert.equal(insertedText(parts), expected.join(''));
        assert.deepEqual(
          parts.flatMap((part) => (part.kind === 'choice' ? [part.options] : [])),
          pieces.flatMap((each) => (each.kind === 'choice' ? [each.options] : [])),
        );
      }),
    );
  });
});
