import { keys } from '../../process/fieldKeys';
import { awaitsApproval } from '../../lifecycle/standing';
import type { ChangeRecord, Place } from '../../record/record';
import { MentionFinder } from '../../record/mentionFinder';
import { chosenOption } from '../../record/chosen';
import { at } from '../../record/places';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';
import { declaredRisk } from './declaredRisk';

export const highRiskInOne = defineRule({
  code: 'CG521',
  name: 'high-risk-in-one',
  severity: { draft: 'information', approved: 'off' },
  summary: 'A change of high risk that reaches far is split into smaller ones.',
  source: 'Troubleshooting: Impact assessment reveals high risk',
  fix: {
    what: 'Goes to Dependencies, where smaller records are named. In the editor "Split into smaller records…", and `changegate split`, write them with their dependencies; how to cut a change only a person knows.',
  },
  appliesTo: ['change-request'],
  *check({ record }) {
    const risk = declaredRisk(record);
    if (!awaitsApproval(record) || risk?.isHigh !== true) return;
    const size = chosenOption(record, keys.blastRadius);
    const systems = record.answer(keys.systems);
    const count = systems?.chosen.filter(({ option }) => option?.value !== 'Documentation').length ?? 0;
    const isWide = size?.value === 'LARGE' || size?.value === 'CRITICAL';
    if ((!isWide && count < record.process.limits.systems) || isPart(record)) return;
    const reach = isWide ? `its blast radius ${size.value}` : `${String(count)} systems are affected`;
    const draft = finding(
      risk,
      `The risk is ${risk.band} and ${reach}: consider smaller records, each with the one before it under Upstream Dependencies.`,
    ).related(
      isWide ? size : systems && at(systems.document, systems.label),
      isWide ? 'the blast radius' : 'the systems',
    );
    const place = dependencies(record);
    yield place ? draft.goTo('Go to Dependencies', place) : draft;
  },
});

/** It names other records already, or says that it comes in parts. */
function isPart({ answer, process }: ChangeRecord): boolean {
  const finder = new MentionFinder([process]);
  const names = (text: string): boolean => finder.in(text).some(({ kind }) => kind === 'record');
  return (
    [keys.upstream, keys.downstream].some((key) => names(answer(key)?.text ?? '')) ||
    [keys.proposedSolution, keys.alternatives].some((key) =>
      /\bsplit|\bsmaller|\bin parts\b/i.test(answer(key)?.text ?? ''),
    )
  );
}

function dependencies({ answer }: ChangeRecord): Place | undefined {
  const upstream = answer(keys.upstream);
  return upstream && at(upstream.document, upstream.span);
}
