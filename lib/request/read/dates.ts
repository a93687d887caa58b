const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const WRITTEN = /\b(January|February|March|April|May|June|July|August|September|October|November|December)\s+(\d{1,2}),?\s+(\d{4})\b/gi;

/** The dates written out in a text ("December 7, 2020") as ISO dates, in order; days that do not exist are left out. */
export function writtenDates(text: string): string[] {
  return [...text.matchAll(WRITTEN)].flatMap(([, month = '', day = '', year = '']) => {
    const iso = `${year}-${String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDate(iso) ? [iso] : [];
  });
}

/** True for an ISO date that the calendar has. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/**
 * The day on which comments are due, by what the document says under DATES: the date in a sentence about comments. Null
 * where there is none, or only a period such as "60 days after publication".
 */
export function commentsCloseIn(text: string): string | null {
  const sentences = text.split(/(?<=[.!?])\s+(?=[A-Z“])/);
  for (const sentence of sentences) {
    if (!/\bcomments?\b|\bsubmi(?:t|ssions?)\b/i.test(sentence)) continue;
    const [date] = writtenDates(sentence);
    if (date) return date;
  }
  return null;
}

/** The volume of the Federal Register of a year: it has one a year since 1936. */
export function registerVolume(year: number): number {
  return year - 1935;
}
