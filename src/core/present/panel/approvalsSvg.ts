import { element, type Markup } from '../svg/markup';
import { part, picture, sign, standalone, words, type PictureTheme, type Sign } from '../svg/picture';
import { clipText, wrapText } from '../svg/textWidth';
import type { ApprovalLine, ApprovalsPicture } from './recordPanel';

const margin = 14;
const width = 320;

const signs: Readonly<Record<ApprovalLine['state'], Sign>> = {
  approved: 'done',
  pending: 'ahead',
  rejected: 'bad',
  missing: 'ahead',
  'not-needed': 'skipped',
};

const told: Readonly<Record<ApprovalLine['state'], string>> = {
  approved: 'approved',
  pending: 'pending',
  rejected: 'rejected',
  missing: 'not yet',
  'not-needed': 'not needed',
};

/** Who approves, one row each, and what does not agree below. */
export function approvalsSvg(model: ApprovalsPicture, theme: PictureTheme = standalone): string {
  let y = margin;
  const rows: Markup[] = [];
  for (const line of model.roles) {
    const row = rowOf(line, y, theme);
    rows.push(row.markup);
    y = row.bottom + 8;
  }
  if (model.roles.length === 0) {
    rows.push(words(margin, y + 12, model.table.empty, 'cg-small cg-muted'));
    y += 24;
  }
  if (model.token) {
    const text = model.token.text === '' ? 'no token' : `token "${model.token.text}"`;
    const line = [text, model.date].filter((each) => each !== undefined).join(' · ');
    rows.push(words(margin, y + 12, clipText(line, 11.5, width - 2 * margin), 'cg-small cg-muted'));
    y += 22;
  }
  for (const { message } of model.contradictions) {
    const lines = wrapText(message, 11.5, width - 2 * margin - 24, 4);
    rows.push(
      element(
        'g',
        { class: 'cg-concern' },
        sign('concern', margin + 8, y + 9),
        lines.map((line, index) => words(margin + 24, y + 13 + index * 14.5, line, 'cg-small')),
      ),
    );
    y += lines.length * 14.5 + 8;
  }
  return picture(
    { name: 'approvals', title: 'Approvals', description: model.summary, width, height: y + 4 },
    theme,
    rows,
  );
}

function rowOf(
  line: ApprovalLine,
  y: number,
  theme: PictureTheme,
): { readonly markup: Markup; readonly bottom: number } {
  const { role, name, date, state, disagreeing, required } = line;
  const kind = disagreeing.length > 0 ? 'concern' : signs[state];
  const who = [name, date].filter((each) => each !== undefined).join(' · ');
  const detail = [...(who === '' ? [] : [who]), ...disagreeing.map(({ text }) => `but ${text}`)];
  const lines = detail.flatMap((each) => wrapText(each, 11.5, width - 2 * margin - 46, 2));
  const height = 24 + lines.length * 14.5 + 10;
  const names = [
    'cg-approval',
    state === 'approved' ? 'cg-done' : '',
    state === 'rejected' ? 'cg-bad' : '',
    kind === 'concern' ? 'cg-concern' : '',
    required ? '' : 'cg-skipped',
  ];
  const markup = part(
    theme,
    names.filter((each) => each !== '').join(' '),
    { id: role, label: [role, told[state], ...detail].join(', ') },
    element('rect', { x: margin, y, width: width - 2 * margin, height, rx: 6, class: 'cg-shape' }),
    kind === 'ahead'
      ? element('circle', { cx: margin + 18, cy: y + height / 2, r: 7, class: 'cg-shape' })
      : sign(kind, margin + 18, y + height / 2),
    words(margin + 36, y + 20, clipText(role, 13, 170), 'cg-strong'),
    words(width - margin - 10, y + 20, told[state], 'cg-small cg-muted cg-end'),
    lines.map((text, index) => words(margin + 36, y + 36 + index * 14.5, text, 'cg-small cg-muted')),
  );
  return { markup, bottom: y + height };
}
