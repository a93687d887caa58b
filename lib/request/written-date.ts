const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "7 December 2020" for an ISO date; the text itself where it is none. */
export function writtenDate(iso: string): string {
  const [, year, month, day] = iso.match(/^(\d{4})-(\d{2})-(\d{2})$/) ?? [];
  const name = MONTHS[Number.parseInt(month ?? '', 10) - 1];
  return year && day && name ? `${Number.parseInt(day, 10)} ${name} ${year}` : iso;
}
