import { Decimal } from '@/lib/core/decimal';
import { AppError } from '@/lib/core/errors';

type Progress = (done: number, total: number | null, message: string) => void;

/** Imports by alias like any module of the program; gives back plain data. */
export function add(input: { values: string[] }, progress: Progress): { total: string } {
  progress(1, 2, 'Adding');
  progress(2, 2, 'Added');
  return { total: input.values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed() };
}

export function spin(_input: unknown, progress: Progress): never {
  progress(1, 1, 'Spinning');
  for (;;);
}

export function refuse(): never {
  throw new AppError('CHECK_FAILED', 'The positions do not add up.', { line: 7 });
}
