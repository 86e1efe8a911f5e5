import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { loopEdges, loopNodes } from '../../../../src/core/lifecycle/changeLoop';
import { lifecyclePicture } from '../../../../src/core/present/panel/lifecyclePicture';
import type { LifecycleNode, LifecyclePicture } from '../../../../src/core/present/panel/recordPanel';
import { approved, draftRequest, finished } from '../../actions/completeRecords';
import { chg, cr } from '../../record/reading';
import { sample, samples, today } from './samples';

function pictureOf(text: string): LifecyclePicture {
  const picture = lifecyclePicture(cr(text), today);
  assert.ok(picture);
  return picture;
}

function node(picture: LifecyclePicture, id: string): LifecycleNode {
  const found = picture.nodes.find((each) => each.id === id);
  assert.ok(found);
  return found;
}

const withStatus = (text: string, status: string): string => text.replace(/(\*\*Status\*\*: ).*/, `$1${status}`);
const withHistory = (text: string, ...rows: string[]): string =>
  text.replace('| 2026-02-09 | DRAFT | CR created |', ['| 2026-02-09 | DRAFT | CR created |', ...rows].join('\n'));
const work = (text: string): string =>
  withStatus(approved(text, '2026-02-11'), 'IN_PROGRESS').replace(/(\*\*Implementation Start\*\*: ).*/, '$12026-02-12');
/** Ticks the boxes of some numbered groups of the plan. */
const ticked = (text: string, ...groups: number[]): string =>
  text
    .split('\n')
    .reduce<{ lines: string[]; group: number }>(
      ({ lines, group }, line) => {
        const at = /^(\d+)\. \*\*/.exec(line);
        const now = at ? Number(at[1]) : line.startsWith('#') ? 0 : group;
        return { lines: [...lines, groups.includes(now) ? line.replace('[ ]', '[x]') : line], group: now };
      },
      { lines: [], group: 0 },
    )
    .lines.join('\n');
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('the picture of the loop', () => {
  it('has every node and every edge that the document of the process draws', () => {
    const document = readFileSync('test/fixtures/seeds/change-management-process.md', 'utf8');
    const drawn = document.slice(
      document.indexOf('```mermaid'),
      document.indexOf('```', document.indexOf('```mermaid') + 3),
    );
    const nodes = [...drawn.matchAll(/\b([A-R])[[{]([^\]}]+)[\]}]/g)].map(
      ([, id = '', label = '']) => `${id} ${label}`,
    );
    assert.deepEqual(loopNodes.map(({ id, label }) => `${id} ${label}`).sort(), [...new Set(nodes)].sort());
    const edges = [...drawn.matchAll(/^\s*([A-R])\b\S*.*?-->(?:\|(\w+)\|)?\s*([A-R])\b/gm)];
    assert.deepEqual(
      loopEdges.map(({ from, to, label }) => [from, to, label]),
      edges.map(([, from, label, to]) => [from, to, label]),
    );
  });

  it('stands where each of the samples stands', () => {
    const standing = Object.fromEntries(
      samples.flatMap((record) => {
        const picture = lifecyclePicture(record, today);
        return picture ? [[record.id?.text ?? '', `${picture.here} ${picture.ended ?? ''}`.trim()]] : [];
      }),
    );
    assert.deepEqual(standing, {
      'CR-2026-02-09-001': 'R',
      'CR-2026-02-16-001': 'E',
      'CR-2026-02-20-001': 'E rejected',
      'CR-2026-02-23-001': 'C cancelled',
      'CR-2026-03-02-001': 'H',
      'CR-2026-03-03-001': 'G',
      'CR-2026-03-04-001': 'H',
      'CR-2026-03-05-001': 'G',
      'CR-2026-03-06-001': 'H',
      'CR-2026-03-09-001': 'B',
      'CR-2026-03-09-002': 'B',
      'CR-2026-03-10-001': 'E',
      'CR-2026-03-11-001': 'E',
      'CR-2026-03-12-001': 'B',
    });
  });

  it('tells the way of a closed record with its days, and passes all loops by', () => {
    const picture = lifecyclePicture(sample('CR-2026-02-09-001'), today);
    assert.ok(picture);
    const way = picture.nodes.filter(({ date }) => date !== undefined).map(({ id, date }) => `${id} ${date ?? ''}`);
    assert.deepEqual(way, [
      'A 2026-02-09',
      'B 2026-02-09',
      'C 2026-02-10',
      'D 2026-02-10',
      'E 2026-02-11',
      'G 2026-02-12',
      'I 2026-02-20',
      'P 2026-02-24',
      'Q 2026-02-26',
      'R 2026-02-27',
    ]);
    assert.deepEqual(
      picture.nodes.filter(({ state }) => state === 'skipped').map(({ id }) => id),
      ['F', 'K', 'O'],
    );
    assert.equal(picture.edges.filter(({ state }) => state === 'taken').length, 14);
    assert.equal(picture.edges.filter(({ state }) => state === 'next').length, 0);
  });

  it('goes from record to assessment to plan while a draft is written', () => {
    assert.equal(
      pictureOf(draftRequest.replace(/(\*\*Requestor\*\*: ).*/, '$1[Name/Email of person requesting change]')).here,
      'B',
    );
    assert.equal(pictureOf(draftRequest.replace(/(\*\*Assessed By\*\*: ).*/, '$1[Name]')).here, 'C');
    const picture = pictureOf(draftRequest);
    assert.equal(picture.here, 'D');
    assert.deepEqual(
      [node(picture, 'E').state, node(picture, 'E').move, node(picture, 'E').unmet.length],
      ['next', 'PROPOSED', 0],
    );
  });

  it('names what is missing for a step where a person writes it', () => {
    const record = cr(draftRequest.replace(/(\*\*Assessed By\*\*: ).*/, '$1[Name]'));
    const picture = lifecyclePicture(record, today);
    const [missing] = picture?.nodes.find(({ id }) => id === 'D')?.unmet ?? [];
    assert.equal(missing?.message, 'Assessed By is not answered.');
    assert.equal(record.document.text.slice(missing?.target.span.start, missing?.target.span.end), '[Name]');
  });

  it('waits at the approval, with both ways open and the binding guards on the one that goes on', () => {
    const picture = pictureOf(withHistory(withStatus(draftRequest, 'PROPOSED'), '| 2026-02-10 | PROPOSED | x |'));
    assert.equal(picture.here, 'E');
    assert.equal(node(picture, 'E').date, '2026-02-10');
    assert.deepEqual([node(picture, 'F').state, node(picture, 'F').move], ['next', 'DRAFT']);
    const go = node(picture, 'G');
    assert.deepEqual([go.state, go.move], ['next', 'APPROVED']);
    assert.ok(go.unmet.some(({ binding }) => binding));
  });

  it('refines a draft that came back, and counts the revisions', () => {
    const back = withHistory(draftRequest, '| 2026-02-10 | PROPOSED | x |', '| 2026-02-11 | DRAFT | Revision 1 |');
    const picture = pictureOf(back);
    assert.deepEqual([picture.here, node(picture, 'F').times, node(picture, 'D').state], ['F', 1, 'next']);
    const again = pictureOf(
      withStatus(
        withHistory(
          draftRequest,
          '| 2026-02-10 | PROPOSED | x |',
          '| 2026-02-11 | DRAFT | x |',
          '| 2026-02-12 | PROPOSED | x |',
        ),
        'PROPOSED',
      ),
    );
    assert.deepEqual(
      [again.here, node(again, 'F').times, node(again, 'D').times, node(again, 'E').times],
      ['E', 1, 2, 2],
    );
    assert.equal(again.edges.find(({ from, to }) => from === 'F' && to === 'D')?.state, 'taken');
  });

  it('lets nobody past the approval by the word of the status alone', () => {
    const picture = pictureOf(withStatus(draftRequest, 'APPROVED'));
    assert.equal(picture.here, 'E');
    assert.match(node(picture, 'E').concern ?? '', /^Status is APPROVED, but the approval is not complete: /);
    assert.equal(pictureOf(withStatus(approved(draftRequest, '2026-02-11'), 'APPROVED')).here, 'G');
  });

  it('shows an approval that never was as passed by, and says so', () => {
    const picture = lifecyclePicture(sample('CR-2026-03-06-001'), today);
    const approval = picture?.nodes.find(({ id }) => id === 'E');
    assert.equal(approval?.state, 'skipped');
    assert.match(approval?.concern ?? '', /^Status is IN_PROGRESS, but the approval is not complete/);
  });

  it('says it where the implementation began before the approval', () => {
    const picture = lifecyclePicture(sample('CR-2026-03-04-001'), today);
    assert.equal(
      picture?.nodes.find(({ id }) => id === 'G')?.concern,
      'Implementation started on 2026-03-06, two days before the approval of 2026-03-08.',
    );
  });

  it('follows the plan step by step through the work', () => {
    const at = (last: number): string => pictureOf(ticked(work(draftRequest), ...upTo(last))).here;
    assert.deepEqual(
      [1, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19].map((last) => `${String(last)} ${at(last)}`),
      ['1 H', '9 H', '10 I', '11 J', '13 J', '14 L', '15 L', '16 M', '17 P', '18 P', '19 Q'],
    );
  });

  it('decides the review by its last step', () => {
    const open = ticked(work(draftRequest), ...upTo(16));
    const addressed = open
      .replace('- [ ] Reviewers assigned', '- [x] Reviewers assigned')
      .replace('- [ ] Feedback addressed', '- [x] Feedback addressed');
    assert.equal(pictureOf(addressed).here, 'N');
    const assigned = open.replace('- [ ] Reviewers assigned', '- [x] Reviewers assigned');
    assert.equal(pictureOf(assigned).here, 'M');
    const answered = pictureOf(`${assigned}\n\n## Review Feedback\n\n- 2026-02-20 – Tom Becker: Name the limit\n`);
    assert.deepEqual([answered.here, node(answered, 'M').state, node(answered, 'N').state], ['O', 'next', 'done']);
  });

  it('fixes issues where the gates are being gone through and steps before them are open', () => {
    const picture = pictureOf(ticked(work(draftRequest), 1, 2, 3, 11));
    assert.deepEqual([picture.here, node(picture, 'H').state, node(picture, 'J').state], ['K', 'next', 'done']);
  });

  it('goes by the pull request where nobody ticks off the plan, and watches what was deployed', () => {
    assert.equal(pictureOf(work(draftRequest)).here, 'H');
    assert.equal(pictureOf(work(draftRequest).replace(/(\*\*Pull Request\*\*: ).*/, '$1#412')).here, 'M');
    const deployed = pictureOf(work(draftRequest).replace(/(\*\*Deployed to Production\*\*: ).*/, '$12026-02-24'));
    assert.deepEqual([deployed.here, node(deployed, 'R').state, node(deployed, 'R').move], ['Q', 'next', 'COMPLETED']);
    assert.match(node(deployed, 'H').concern ?? '', /^None of its 37 steps is ticked off\.$/);
    assert.equal(pictureOf(finished(work(draftRequest), '2026-02-20')).here, 'Q');
  });

  it('ends where a record was refused or given up', () => {
    const refused = pictureOf(withStatus(draftRequest, 'REJECTED'));
    assert.deepEqual(
      [refused.here, refused.ended, node(refused, 'F').move, node(refused, 'G').state],
      ['E', 'rejected', 'DRAFT', 'ahead'],
    );
    const given = pictureOf(
      withStatus(
        withHistory(draftRequest, '| 2026-02-10 | PROPOSED | x |', '| 2026-02-11 | CANCELLED | y |'),
        'CANCELLED',
      ),
    );
    assert.deepEqual([given.here, given.ended], ['E', 'cancelled']);
    assert.ok(given.nodes.every(({ state }) => state !== 'next'));
  });

  it('does not tell of a refinement that nobody made after a refusal', () => {
    const refused = ['| 2026-02-10 | PROPOSED | x |', '| 2026-02-11 | REJECTED | too dear |'];
    const once = pictureOf(withStatus(withHistory(draftRequest, ...refused), 'REJECTED'));
    assert.deepEqual(
      [node(once, 'D').times, node(once, 'F').state, node(once, 'F').times, node(once, 'F').date],
      [1, 'next', 0, undefined],
    );
    const edge = (picture: LifecyclePicture, from: string, to: string): string | undefined =>
      picture.edges.find((each) => each.from === from && each.to === to)?.state;
    assert.deepEqual([edge(once, 'E', 'F'), edge(once, 'F', 'D')], ['next', 'ahead']);
    const again = ['| 2026-02-12 | DRAFT | again |', '| 2026-02-13 | PROPOSED | y |', '| 2026-02-14 | REJECTED | z |'];
    const twice = pictureOf(withStatus(withHistory(draftRequest, ...refused, ...again), 'REJECTED'));
    assert.deepEqual(
      [node(twice, 'D').times, node(twice, 'F').times, node(twice, 'F').date, edge(twice, 'F', 'D')],
      [2, 1, '2026-02-12', 'taken'],
    );
  });

  it('shows a document that was never written as passed by, also where the record was given up', () => {
    const text = '# CR-2026-02-09-001\n\n**Status**: REJECTED\n**Created**: 2026-02-09\n**Title**: A rewrite\n';
    const picture = pictureOf(text);
    assert.deepEqual(
      ['B', 'C', 'D'].map((id) => node(picture, id).state),
      ['done', 'skipped', 'skipped'],
    );
  });

  it('is not drawn for a process that has another life', () => {
    assert.equal(lifecyclePicture(chg('**Change ID**: CHG-20260209-001\n'), today), undefined);
  });

  it('stands on exactly one node, whatever the text', () => {
    for (const record of samples) {
      const picture = lifecyclePicture(record, today);
      if (picture) assert.equal(picture.nodes.filter(({ state }) => state === 'here').length, 1, record.path);
    }
  });
});
