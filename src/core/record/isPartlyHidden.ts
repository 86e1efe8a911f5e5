import { once } from './facts';
import type { ChangeRecord } from './record';
import { setextAccidents } from './setextAccidents';
import { hidesContent } from './hiddenContent';

/**
 * Whether something keeps a part of a record from being read: an open fence or comment, or a separator that made a
 * heading of fields. What seems to be missing is then a consequence (one finding a cause).
 */
export const isPartlyHidden = once(
  (record: Pick<ChangeRecord, 'documents' | 'process' | 'facts'>): boolean =>
    hidesContent(record) || setextAccidents(record).some(({ hidesFields }) => hidesFields !== 'none'),
);
