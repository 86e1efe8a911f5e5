import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { recordHtml } from '../../../../src/core/present/report/recordHtml';
import { recordText } from '../../../../src/core/present/report/recordText';
import { pictureNames, recordPicture, type PictureName } from '../../../../src/core/present/panel/pictures';
import { standalone } from '../../../../src/core/present/svg/picture';
import { cr } from '../../record/reading';
import { assertPicture, readXml } from '../svg/wellFormed';
import { panelOf, sample, samples } from './samples';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64');

/** Compares with a file that UPDATE_GOLDEN=1 writes again. One element a line, so that a difference can be read. */
function golden(name: string, svg: string): void {
  const path = join('test', 'golden', 'pictures', name);
  const text = `${svg.replace(/><(?!\/(?:text|title|desc)>)/g, '>\n<')}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  assert.equal(text, readFileSync(path, 'utf8'));
}

describe('the pictures of a record', () => {
  const drawn: readonly (readonly [PictureName, string])[] = [
    ['lifecycle', 'CR-2026-03-06-001'],
    ['states', 'CR-2026-03-10-001'],
    ['risk', 'CR-2026-03-10-001'],
    ['approvals', 'CR-2026-03-06-001'],
    ['plan', 'CR-2026-03-02-001'],
    ['dependencies', 'CR-2026-03-02-001'],
  ];
  for (const [name, id] of drawn)
    it(`draw ${name} as they did`, () => {
      golden(`${name}.svg`, recordPicture(name, panelOf(sample(id)), { kind: 'embedded' }) ?? '');
    });

  it('are well formed, described, and without anything that runs or loads', () => {
    for (const record of samples) {
      const panel = panelOf(record);
      for (const name of pictureNames)
        for (const width of ['narrow', 'wide'] as const) {
          const svg = recordPicture(name, panel, { kind: 'standalone', width });
          if (svg !== undefined) assertPicture(svg);
        }
    }
  });

  it('bring their style where they stand alone, and leave it to the page where they do not', () => {
    const panel = panelOf(sample('CR-2026-03-10-001'));
    for (const name of pictureNames) {
      assert.match(recordPicture(name, panel, standalone) ?? '', /<style>/);
      assert.doesNotMatch(recordPicture(name, panel, { kind: 'embedded' }) ?? '', /<style|style=/);
    }
  });

  it('are named and can be reached by keyboard where they are interactive', () => {
    const panel = panelOf(sample('CR-2026-03-10-001'));
    const svg = recordPicture('lifecycle', panel, { kind: 'embedded', acts: () => ({ 'data-act': 'move' }) }) ?? '';
    const buttons = readXml(svg).elements.filter(({ attributes }) => attributes.get('role') === 'button');
    assert.equal(buttons.length, 18);
    // The picture is one stop of Tab.
    assert.deepEqual(
      buttons.map(({ attributes }) => attributes.get('tabindex')),
      ['0', ...Array<string>(17).fill('-1')],
    );
    for (const { attributes } of buttons) {
      assert.equal(attributes.get('data-act'), 'move');
      assert.match(attributes.get('aria-label') ?? '', /^[A-R] /);
      assert.match(attributes.get('data-part') ?? '', /^[a-z-]+$/);
    }
  });

  it('show the level that a record declares where no single risk is rated', () => {
    const scaleOf = (id: string): string => recordPicture('risk', panelOf(sample(id)), standalone) ?? '';
    assert.match(scaleOf('CHG-20260303-001'), />Declared</);
    assert.match(scaleOf('CR-2026-03-02-001'), />Highest 4</);
    assert.doesNotMatch(scaleOf('CR-2026-03-02-001'), />Declared</);
  });

  it('show states by signs as well as by color', () => {
    const svg = recordPicture('lifecycle', panelOf(sample('CR-2026-03-06-001')), standalone) ?? '';
    const signs = [...svg.matchAll(/<g class="cg-node cg-(\w+)[^>]*>(.*?)<\/g>(?=<g class="cg-node|<\/svg>)/g)];
    assert.equal(signs.length, 18);
    for (const [, state, inside = ''] of signs) assert.equal(inside.includes('cg-badge'), state !== 'ahead', state);
  });

  it('40: keep to their place with words of any length', () => {
    const long = `# CR-2026-02-09-001: ${'Ünbröken'.repeat(1200)}\n\n**Status**: PROPOSED\n\n## Dependencies\n\n**Upstream Dependencies**:\n${Array.from({ length: 60 }, (_, index) => `- CR-2026-02-10-${String(index + 1).padStart(3, '0')}`).join('\n')}\n`;
    const panel = panelOf(cr(long));
    for (const name of pictureNames) {
      const svg = recordPicture(name, panel, standalone);
      assert.ok(svg !== undefined && svg.length < 60_000, name);
      assertPicture(svg);
    }
  });
});

describe('the page of a record', () => {
  const page = recordHtml(panelOf(sample('CR-2026-03-06-001')), { on: '2026-03-12', sha256 });

  it('needs nothing but itself, and its policy lets in nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    assert.equal(
      policy.replaceAll('&#39;', "'"),
      `default-src 'none'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'`,
    );
    assert.doesNotMatch(page, /<script|<link|<img|<iframe|\bstyle="|\son\w+="|\bhref=|\bsrc=|url\(/);
    assert.equal(page.match(/<style/g)?.length, 1);
  });

  it('is well formed, with every id once and a table for every picture', () => {
    const { elements } = readXml(page.replace(/^<!DOCTYPE html>\n/, ''));
    const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(elements.filter(({ name }) => name === 'svg').length, 5);
    assert.equal(elements.filter(({ name }) => name === 'table').length, 5);
    for (const cell of elements.filter(({ name }) => name === 'th')) assert.ok(cell.attributes.get('scope'));
  });

  it('40: shows what a record says as text, and nothing of it as markup', () => {
    const hostile = `<img src=x onerror=alert(1)>`;
    const text = `# CR-2026-02-09-001: ${hostile}\n\n**Status**: PROPOSED\n\n**Requestor**: ${hostile}\n\n## Approval Status\n\n**Approval Token Received**: ${hostile}\n`;
    const made = recordHtml(panelOf(cr(text)), { on: '2026-03-12', sha256 });
    assert.doesNotMatch(made, /<img/);
    assert.match(made, /&lt;img src=x onerror=alert\(1\)&gt;/);
  });
});

describe('the text of a record', () => {
  it('tells way, risk, approvals, plan and dependencies', () => {
    const text = recordText(panelOf(sample('CR-2026-03-02-001')));
    assert.match(text, /^CR-2026-03-02-001 {2}Retry webhooks that were not answered\nIn progress · /);
    assert.match(text, /^ {2}▶ Execute Plan · 2026-03-05 · 18\/37 steps$/m);
    assert.match(text, /^ {2}CR-2026-02-09-001 {2}waited for {2}Completed$/m);
  });

  it('41: has nothing in it that could steer a terminal', () => {
    const text = recordText(panelOf(cr('# CR-2026-02-09-001: a\u001b[31mb\u202ec\n\n**Status**: DRAFT\n')));
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
  });
});
