import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { loopEdges, loopNodes } from '../../../../src/core/process/changeLoop';
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

/** The letter that the document of the process gives a node. */
const letterOf = (node: string): string => loopNodes.find(({ id }) => id === node)?.letter ?? '';

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
    assert.deepEqual(loopNodes.map(({ id, label }) => `${letterOf(id)} ${label}`).sort(), [...new Set(nodes)].sort());
    const edges = [...drawn.matchAll(/^\s*([A-R])\b\S*.*?-->(?:\|(\w+)\|)?\s*([A-R])\b/gm)];
    assert.deepEqual(
      loopEdges.map(({ from, to, label }) => [letterOf(from), letterOf(to), label]),
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
      'CR-2026-02-09-001': 'closure',
      'CR-2026-02-16-001': 'approval',
      'CR-2026-02-20-001': 'approval rejected',
      'CR-2026-02-23-001': 'impact-assessment cancelled',
      'CR-2026-03-02-001': 'execute-plan',
      'CR-2026-03-03-001': 'begin-work',
      'CR-2026-03-04-001': 'execute-plan',
      'CR-2026-03-05-001': 'begin-work',
      'CR-2026-03-06-001': 'execute-plan',
      'CR-2026-03-09-001': 'change-request',
      'CR-2026-03-09-002': 'change-request',
      'CR-2026-03-10-001': 'approval',
      'CR-2026-03-11-001': 'approval',
      'CR-2026-03-12-001': 'change-request',
    });
  });

  it('tells the way of a closed record with its days, and passes all loops by', () => {
    const picture = lifecyclePicture(sample('CR-2026-02-09-001'), today);
    assert.ok(picture);
    const way = picture.nodes.filter(({ date }) => date !== undefined).map(({ id, date }) => `${id} ${date ?? ''}`);
    assert.deepEqual(way, [
      'user-request 2026-02-09',
      'change-request 2026-02-09',
      'impact-assessment 2026-02-10',
      'implementation-plan 2026-02-10',
      'approval 2026-02-11',
      'begin-work 2026-02-12',
      'validation 2026-02-20',
      'deployment 2026-02-24',
      'monitoring 2026-02-26',
      'closure 2026-02-27',
    ]);
    assert.deepEqual(
      picture.nodes.filter(({ state }) => state === 'skipped').map(({ id }) => id),
      ['refine-plan', 'fix-issues', 'address-feedback'],
    );
    assert.equal(picture.edges.filter(({ state }) => state === 'taken').length, 14);
    assert.equal(picture.edges.filter(({ state }) => state === 'next').length, 0);
  });

  it('goes from record to assessment to plan while a draft is written', () => {
    assert.equal(
      pictureOf(draftRequest.replace(/(\*\*Requestor\*\*: ).*/, '$1[Name/Email of person requesting change]')).here,
      'change-request',
    );
    assert.equal(pictureOf(draftRequest.replace(/(\*\*Assessed By\*\*: ).*/, '$1[Name]')).here, 'impact-assessment');
    const picture = pictureOf(draftRequest);
    assert.equal(picture.here, 'implementation-plan');
    assert.deepEqual(
      [node(picture, 'approval').state, node(picture, 'approval').move, node(picture, 'approval').unmet.length],
      ['next', 'PROPOSED', 0],
    );
  });

  it('names what is missing for a step where a person writes it', () => {
    const record = cr(draftRequest.replace(/(\*\*Assessed By\*\*: ).*/, '$1[Name]'));
    const picture = lifecyclePicture(record, today);
    const [missing] = picture?.nodes.find(({ id }) => id === 'implementation-plan')?.unmet ?? [];
    assert.equal(missing?.message, 'Assessed By is not answered.');
    assert.equal(record.document.text.slice(missing?.target.span.start, missing?.target.span.end), '[Name]');
  });

  it('waits at the approval, with both ways open and the binding guards on the one that goes on', () => {
    const picture = pictureOf(withHistory(withStatus(draftRequest, 'PROPOSED'), '| 2026-02-10 | PROPOSED | x |'));
    assert.equal(picture.here, 'approval');
    assert.equal(node(picture, 'approval').date, '2026-02-10');
    assert.deepEqual([node(picture, 'refine-plan').state, node(picture, 'refine-plan').move], ['next', 'DRAFT']);
    const go = node(picture, 'begin-work');
    assert.deepEqual([go.state, go.move], ['next', 'APPROVED']);
    assert.ok(go.unmet.some(({ binding }) => binding));
  });

  it('refines a draft that came back, and counts the revisions', () => {
    const back = withHistory(draftRequest, '| 2026-02-10 | PROPOSED | x |', '| 2026-02-11 | DRAFT | Revision 1 |');
    const picture = pictureOf(back);
    assert.deepEqual(
      [picture.here, node(picture, 'refine-plan').times, node(picture, 'implementation-plan').state],
      ['refine-plan', 1, 'next'],
    );
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
      [
        again.here,
        node(again, 'refine-plan').times,
        node(again, 'implementation-plan').times,
        node(again, 'approval').times,
      ],
      ['approval', 1, 2, 2],
    );
    assert.equal(
      again.edges.find(({ from, to }) => from === 'refine-plan' && to === 'implementation-plan')?.state,
      'taken',
    );
  });

  it('lets nobody past the approval by the word of the status alone', () => {
    const picture = pictureOf(withStatus(draftRequest, 'APPROVED'));
    assert.equal(picture.here, 'approval');
    assert.match(node(picture, 'approval').concern ?? '', /^Status is APPROVED, but the approval is not complete: /);
    assert.equal(pictureOf(withStatus(approved(draftRequest, '2026-02-11'), 'APPROVED')).here, 'begin-work');
  });

  it('shows an approval that never was as passed by, and says so', () => {
    const picture = lifecyclePicture(sample('CR-2026-03-06-001'), today);
    const approval = picture?.nodes.find(({ id }) => id === 'approval');
    assert.equal(approval?.state, 'skipped');
    assert.match(approval?.concern ?? '', /^Status is IN_PROGRESS, but the approval is not complete/);
  });

  it('says it where the implementation began before the approval', () => {
    const picture = lifecyclePicture(sample('CR-2026-03-04-001'), today);
    assert.equal(
      picture?.nodes.find(({ id }) => id === 'begin-work')?.concern,
      'Implementation started on 2026-03-06, two days before the approval of 2026-03-08.',
    );
  });

  it('follows the plan step by step through the work', () => {
    const at = (last: number): string => pictureOf(ticked(work(draftRequest), ...upTo(last))).here;
    assert.deepEqual(
      [1, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19].map((last) => `${String(last)} ${at(last)}`),
      [
        '1 execute-plan',
        '9 execute-plan',
        '10 validation',
        '11 quality-gates',
        '13 quality-gates',
        '14 pull-request',
        '15 pull-request',
        '16 code-review',
        '17 deployment',
        '18 deployment',
        '19 monitoring',
      ],
    );
  });

  it('decides the review by its last step', () => {
    const open = ticked(work(draftRequest), ...upTo(16));
    const addressed = open
      .replace('- [ ] Reviewers assigned', '- [x] Reviewers assigned')
      .replace('- [ ] Feedback addressed', '- [x] Feedback addressed');
    assert.equal(pictureOf(addressed).here, 'review-decision');
    const assigned = open.replace('- [ ] Reviewers assigned', '- [x] Reviewers assigned');
    assert.equal(pictureOf(assigned).here, 'code-review');
    const answered = pictureOf(`${assigned}\n\n## Review Feedback\n\n- 2026-02-20 – Tom Becker: Name the limit\n`);
    assert.deepEqual(
      [answered.here, node(answered, 'code-review').state, node(answered, 'review-decision').state],
      ['address-feedback', 'next', 'done'],
    );
  });

  it('fixes issues where the gates are being gone through and steps before them are open', () => {
    const picture = pictureOf(ticked(work(draftRequest), 1, 2, 3, 11));
    assert.deepEqual(
      [picture.here, node(picture, 'execute-plan').state, node(picture, 'quality-gates').state],
      ['fix-issues', 'next', 'done'],
    );
  });

  it('goes by the pull request where nobody ticks off the plan, and watches what was deployed', () => {
    assert.equal(pictureOf(work(draftRequest)).here, 'execute-plan');
    assert.equal(pictureOf(work(draftRequest).replace(/(\*\*Pull Request\*\*: ).*/, '$1#412')).here, 'code-review');
    const deployed = pictureOf(work(draftRequest).replace(/(\*\*Deployed to Production\*\*: ).*/, '$12026-02-24'));
    assert.deepEqual(
      [deployed.here, node(deployed, 'closure').state, node(deployed, 'closure').move],
      ['monitoring', 'next', 'COMPLETED'],
    );
    assert.match(node(deployed, 'execute-plan').concern ?? '', /^None of its 37 steps is ticked off\.$/);
    assert.equal(pictureOf(finished(work(draftRequest), '2026-02-20')).here, 'monitoring');
  });

  it('ends where a record was refused or given up', () => {
    const refused = pictureOf(withStatus(draftRequest, 'REJECTED'));
    assert.deepEqual(
      [refused.here, refused.ended, node(refused, 'refine-plan').move, node(refused, 'begin-work').state],
      ['approval', 'rejected', 'DRAFT', 'ahead'],
    );
    const given = pictureOf(
      withStatus(
        withHistory(draftRequest, '| 2026-02-10 | PROPOSED | x |', '| 2026-02-11 | CANCELLED | y |'),
        'CANCELLED',
      ),
    );
    assert.deepEqual([given.here, given.ended], ['approval', 'cancelled']);
    assert.ok(given.nodes.every(({ state }) => state !== 'next'));
  });

  it('does not tell of a refinement that nobody made after a refusal', () => {
    const refused = ['| 2026-02-10 | PROPOSED | x |', '| 2026-02-11 | REJECTED | too dear |'];
    const once = pictureOf(withStatus(withHistory(draftRequest, ...refused), 'REJECTED'));
    assert.deepEqual(
      [
        node(once, 'implementation-plan').times,
        node(once, 'refine-plan').state,
        node(once, 'refine-plan').times,
        node(once, 'refine-plan').date,
      ],
      [1, 'next', 0, undefined],
    );
    const edge = (picture: LifecyclePicture, from: string, to: string): string | undefined =>
      picture.edges.find((each) => each.from === from && each.to === to)?.state;
    assert.deepEqual(
      [edge(once, 'approval', 'refine-plan'), edge(once, 'refine-plan', 'implementation-plan')],
      ['next', 'ahead'],
    );
    const again = ['| 2026-02-12 | DRAFT | again |', '| 2026-02-13 | PROPOSED | y |', '| 2026-02-14 | REJECTED | z |'];
    const twice = pictureOf(withStatus(withHistory(draftRequest, ...refused, ...again), 'REJECTED'));
    assert.deepEqual(
      [
        node(twice, 'implementation-plan').times,
        node(twice, 'refine-plan').times,
        node(twice, 'refine-plan').date,
        edge(twice, 'refine-plan', 'implementation-plan'),
      ],
      [2, 1, '2026-02-12', 'taken'],
    );
  });

  it('shows a document that was never written as passed by, also where the record was given up', () => {
    const text = '# CR-2026-02-09-001\n\n**Status**: REJECTED\n**Created**: 2026-02-09\n**Title**: A rewrite\n';
    const picture = pictureOf(text);
    assert.deepEqual(
      ['change-request', 'impact-assessment', 'implementation-plan'].map((id) => node(picture, id).state),
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
