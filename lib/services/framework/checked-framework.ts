import { AppError } from '@/lib/core/errors';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { parseFramework } from '@/lib/margin/frameworks/parse-framework';

/** A framework that a member sent. Throws INVALID_INPUT with `details.fields`: the place of each problem ("legs.0.threshold.amount") and its sentence. */
export function checkedFramework(value: unknown): Framework {
  const read = parseFramework(value);
  if (read.ok) return read.value;
  const fields: Record<string, string> = {};
  for (const sentence of read.failures) {
    const at = sentence.indexOf(': ');
    fields[at < 0 ? 'framework' : sentence.slice(0, at)] ??= at < 0 ? sentence : sentence.slice(at + 2);
  }
  const count = read.failures.length;
  throw new AppError(
    'INVALID_INPUT',
    `The framework was not saved: ${count} ${count === 1 ? 'thing is' : 'things are'} wrong with it. First: ${read.failures[0]}`,
    { fields },
  );
}
