import { element } from './dom';
import type { PageWords, PanelRisk, PanelRisks } from './protocol/recordPanel';

/** The risks as a list with their levels to choose from: what dragging does, for everybody and at every width. */
export function riskList({ levels, risks }: PanelRisks, words: PageWords): HTMLElement {
  const items = risks.map((risk) =>
    element(
      'li',
      {},
      element('span', { class: 'number' }, String(risk.number)),
      element('button', { class: 'link', 'data-place': risk.place, 'data-key': `${risk.key}.name` }, risk.name),
      element(
        'span',
        { class: 'levels' },
        choice(risk, 'probability', levels, words.probability),
        choice(risk, 'impact', levels, words.impact),
      ),
    ),
  );
  return element('ol', { class: 'risks', 'aria-label': words.riskList }, ...items);
}

function choice(
  risk: PanelRisk,
  part: 'probability' | 'impact',
  levels: PanelRisks['levels'],
  label: string,
): HTMLElement {
  const now = risk[part];
  const options = levels.map(({ name, value }) => element('option', { value, selected: value === now }, name));
  return element(
    'label',
    {},
    element('span', { class: 'label' }, label),
    element(
      'select',
      {
        'data-level': part,
        'data-of': risk.key,
        'data-key': `${risk.key}.${part}`,
        'aria-label': `${label}: ${risk.name}`,
      },
      ...(levels.some(({ value }) => value === now) ? [] : [element('option', { value: 0, selected: true }, '–')]),
      ...options,
    ),
  );
}
