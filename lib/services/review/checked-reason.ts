import { AppError } from '@/lib/core/errors';

const MOST = 2_000;

/** A reason that a person gave, trimmed. Throws INVALID_INPUT where it says nothing or too much. */
export function checkedReason(text: string): string {
  const reason = text.trim();
  const fault = reason === '' ? 'Give a reason.' : reason.length > MOST ? `A reason has at most ${MOST} characters.` : null;
  if (fault) throw new AppError('INVALID_INPUT', fault, { fields: { reason: fault } });
  return reason;
}
