import { AppError } from '@/lib/core/errors';

/** The reason as it is kept. Throws INVALID_INPUT for none, or one that is too long to be read beside a figure. */
export function withdrawalReason(text: string): string {
  const reason = text.trim();
  if (reason.length === 0)
    throw new AppError('INVALID_INPUT', 'Say why: whoever meets it later reads the reason.', { fields: { reason: 'Say why.' } });
  if (reason.length > 500)
    throw new AppError('INVALID_INPUT', 'A reason has at most 500 characters.', { fields: { reason: 'At most 500 characters.' } });
  return reason;
}
