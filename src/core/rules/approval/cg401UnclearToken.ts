import { listed, quoted } from '../../text/wording';
import { defineRule } from '../rule';
import { finding } from '../../findings/draftFinding';

export const unclearToken = defineRule({
  code: 'CG401',
  name: 'unclear-token',
  severity: 'warning',
  summary: 'The token field holds one of the approval tokens as its whole value.',
  source: 'Phase 4: Acceptable approval tokens; reading 32',
  fix: { noneBecause: 'An approval is never written by a machine.' },
  *check({ record }) {
    const { token } = record.approval;
    if (token?.kind !== 'affirmative' && token?.kind !== 'unknown') return;
    const words = record.process.tokens.map(({ text }) => `"${text}"`);
    yield finding(token, `${quoted(token.text)} is no approval token; ${listed(words)} are.`);
  },
});
