/** What keys do on a day: the day that they lead to, ISO; undefined for every other key. */
export function dayAfterKey(day: string, key: string): string | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const at = (y: number, m: number, d: number): string => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
  // Monday is the first day of the week.
  const weekday = (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7;
  const inMonth = (by: number): string => {
    const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate();
    return at(year, month + by, Math.min(date, last));
  };
  switch (key) {
    case 'ArrowLeft':
      return at(year, month, date - 1);
    case 'ArrowRight':
      return at(year, month, date + 1);
    case 'ArrowUp':
      return at(year, month, date - 7);
    case 'ArrowDown':
      return at(year, month, date + 7);
    case 'Home':
      return at(year, month, date - weekday);
    case 'End':
      return at(year, month, date + 6 - weekday);
    case 'PageUp':
      return inMonth(-1);
    case 'PageDown':
      return inMonth(1);
    default:
      return undefined;
  }
}
