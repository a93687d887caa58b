import type { ErrorCode } from '@/lib/core/errors';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  UNREADABLE_FILE: 422,
  TOO_LARGE: 413,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  CHECK_FAILED: 422,
  CANCELLED: 409,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** The HTTP status of a refusal: the one place where codes become statuses. */
export function statusOf(code: ErrorCode): number {
  return STATUS[code];
}
