import { AppError } from '@/lib/core/errors';

/** The number of a version in an address. Throws NOT_FOUND for what cannot be one. */
export function versionNumber(text: string | undefined): number {
  if (!/^[1-9]\d{0,8}$/.test(text ?? '')) throw new AppError('NOT_FOUND', 'There is nothing at this address.');
  return Number.parseInt(text ?? '', 10);
}
