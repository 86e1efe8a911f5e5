import type { StatusReading } from './record';

/** Whether a status is in another form than the process's own, for CG312: a remark or a picture behind it is fine. */
export function isStatusDrifted({ value, drifted, text }: StatusReading): boolean {
  if (!value || !drifted) return false;
  const word = text.replace(/^[*_`]+/, '');
  return !word.startsWith(value.id) || /^[\w]/.test(word.slice(value.id.length));
}
