import { easternDate } from './eastern-time';

const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Whole days from today's Eastern date to an ISO date: 0 today, negative once it has passed. */
export function daysLeft(isoDate: string, nowIso: string): number {
  const [month, day, year] = easternDate(nowIso).replace(',', '').split(' ');
  const today = Date.UTC(Number(year), MONTHS.indexOf(month ?? ''), Number(day));
  return Math.round((Date.parse(`${isoDate}T00:00:00Z`) - today) / DAY_MS);
}

/** "due today", "3 days left", "passed 12 days ago". */
export function daysLeftText(days: number): string {
  if (days === 0) return 'due today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `${count} left` : `passed ${count} ago`;
}

/** "Aug 24, 2026" for the ISO date of a calendar day, without a time zone. */
export function calendarDay(isoDate: string): string {
  const [year, month, day] = isoDate.split('-');
  return `${MONTHS[Number(month) - 1] ?? ''} ${Number(day)}, ${year}`;
}
