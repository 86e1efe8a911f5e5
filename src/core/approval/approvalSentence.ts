import type { ApprovalReading, ChangeRecord, Place } from '../record/record';

/** What keeps an approval from being one, in words that go on from «…, but ». */
export interface ApprovalGap {
  readonly words: string;
  /** Where it is said, if it is said anywhere. */
  readonly place: Place | undefined;
}

/** The first thing that keeps a record from being approved (reading 31); undefined if it is. */
export function approvalGap({
  approval,
  process,
  answer,
}: Pick<ChangeRecord, 'approval' | 'process' | 'answer'>): ApprovalGap | undefined {
  if (approval.isValid) return undefined;
  if (process.tokens.length > 0) return tokenGap(approval);
  const approver = answer('approver');
  if (approver?.filled !== true) return { words: 'no approver is recorded', place: approver };
  return undefined;
}

function tokenGap({ token }: ApprovalReading): ApprovalGap | undefined {
  if (!token) return { words: 'no approval token is recorded', place: undefined };
  switch (token.kind) {
    case 'token':
      return undefined;
    case 'placeholder':
      return { words: 'no approval token has been entered', place: token };
    case 'negative':
      return { words: `the approval token is ${token.text.trim()}`, place: token };
    case 'affirmative':
      return { words: `the approval token says only «${token.text.trim()}»`, place: token };
    case 'unknown':
      return { words: `«${token.text.replace(/\s+/g, ' ').trim().slice(0, 60)}» is no approval token`, place: token };
  }
}
