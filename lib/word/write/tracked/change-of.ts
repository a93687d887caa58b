import { cleanLine } from '@/lib/core/clean-text';
import type { TrackedEnd, Tracker } from '@/lib/letter/tracked/tracked';
import type { TrackingContext } from '../write-context';

/** What Word asks of every tracked change: a number of its own, an author, a time without fractions of a second. */
export interface WordChange {
  readonly id: number;
  readonly author: string;
  readonly date: string;
}

export function wordChange({ author, at }: Tracker, context: TrackingContext): WordChange {
  return { id: context.ids.next(), author: cleanLine(author), date: at.replace(/\.\d+(?=Z|[+-]|$)/, '') };
}

/** The same as an element's attributes. */
export function changeAttributes(tracker: Tracker, context: TrackingContext): Readonly<Record<string, string | number>> {
  const { id, author, date } = wordChange(tracker, context);
  return { 'w:id': id, 'w:author': author, ...(date === '' ? {} : { 'w:date': date }) };
}

/** A change as the library's options of table rows and paragraph marks take it. */
export function changeOption(
  { kind, ...tracker }: TrackedEnd,
  context: TrackingContext,
): { readonly insertion: WordChange } | { readonly deletion: WordChange } {
  const change = wordChange(tracker, context);
  return kind === 'inserted' ? { insertion: change } : { deletion: change };
}
