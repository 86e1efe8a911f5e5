import { becomes, stays } from './normalized';

const urgency = (ticked: string): string =>
  ['IMMEDIATE (Within 24 hours)', 'HIGH (Within 1 week)', 'NORMAL (Within 2 weeks)', 'LOW (Next sprint/release)']
    .map((option) => `- [${option.startsWith(ticked) ? 'x' : ' '}] ${option}`)
    .join('\n');

describe('normalizing a choice that is written as a word', () => {
  for (const word of ['HIGH', 'high', 'High (within 1 week)', '[HIGH]'])
    it(`ticks the box that ${word} means`, () => {
      becomes(`**Urgency**: ${word}`, `**Urgency**:\n${urgency('HIGH')}`);
    });

  it('does so for a ticked box on the line of the label', () => {
    becomes('**Urgency**: [x] HIGH', `**Urgency**:\n${urgency('HIGH')}`);
  });

  it('does so for items without boxes, and keeps the next label apart', () => {
    becomes('**Urgency**:\n- normal\n\n**Title**: x', `**Urgency**:\n${urgency('NORMAL')}\n\n**Title**: x`);
    becomes('**Urgency**: low\n**Title**: x', `**Urgency**:\n${urgency('LOW')}\n\n**Title**: x`);
  });

  it('leaves words of the writer, words that are no option, and choices that the template has on a line', () => {
    stays('**Urgency**: HIGH, because of the audit');
    stays('**Urgency**: whenever');
    stays('**Category**: FEATURE');
  });
});
