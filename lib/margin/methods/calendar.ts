/** Calendar arithmetic on ISO dates (yyyy-mm-dd), without time zones. Dates given here exist: the readers refuse others. */

function parts(iso: string): [year: number, month: number, day: number] {
  return [Number.parseInt(iso.slice(0, 4), 10), Number.parseInt(iso.slice(5, 7), 10), Number.parseInt(iso.slice(8, 10), 10)];
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date so many calendar months later; a day that the month lacks becomes its last day (31 January + 1 month = 28 or 29 February). */
export function addMonths(iso: string, months: number): string {
  const [year, month, day] = parts(iso);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.trunc(index / 12);
  const newMonth = (index % 12) + 1;
  const newDay = Math.min(day, daysInMonth(newYear, newMonth));
  return `${String(newYear).padStart(4, '0')}-${String(newMonth).padStart(2, '0')}-${String(newDay).padStart(2, '0')}`;
}

/** Whole calendar months from one date to a later one: 12 from 2026-06-30 to 2027-06-30. Negative where `to` is the earlier. */
export function wholeMonths(from: string, to: string): number {
  const [fromYear, fromMonth] = parts(from);
  const [toYear, toMonth] = parts(to);
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  return addMonths(from, months) <= to ? months : months - 1;
}

/** Whole days from one date to a later one; negative where `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  // whole days, no amount: whoever computes with them makes decimals of them first
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1 March of the year 0, whose leap days then stand at the end of a year. Whole numbers of days, far below where a double is inexact. */
function dayNumber(iso: string): number {
  const [year, month, day] = parts(iso);
  const shifted = month < 3 ? year - 1 : year;
  const months = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((153 * months + 2) / 5) + day;
}
