/** "1 record", "2 records": a number with a thing whose plural ends in an s. */
export function counted(count: number, thing: string): string {
  return `${String(count)} ${thing}${count === 1 ? '' : 's'}`;
}
