const PARTS = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(iso: string): Map<string, string> {
  return new Map(PARTS.formatToParts(new Date(iso)).map((part) => [part.type, part.value]));
}

/** "Jun 26, 2026, 5:00 pm ET": an instant in the agencies' time, put together from parts so that server and browser write the same. */
export function easternInstant(iso: string): string {
  return `${easternDate(iso)}, ${easternClock(iso)} ET`;
}

/** "Jun 26, 2026" on the Eastern calendar. */
export function easternDate(iso: string): string {
  const parts = partsOf(iso);
  return `${parts.get('month')} ${parts.get('day')}, ${parts.get('year')}`;
}

/** "5:00 pm", Eastern. */
export function easternClock(iso: string): string {
  const parts = partsOf(iso);
  const hour = Number(parts.get('hour'));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${parts.get('minute')} ${hour < 12 ? 'am' : 'pm'}`;
}
