/** Every way a use case can refuse. Mapped once to HTTP (lib/http/status-of.ts) and once to exit codes (cli/exit-code.ts). */
export const ERROR_CODES = {
  /** Nobody is signed in, or the session was revoked: sign in again. */
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  /** The member may not do this: the message says which right is missing. */
  FORBIDDEN: 'FORBIDDEN',
  /** There is no such thing in this firm; also the answer for another firm's things. */
  NOT_FOUND: 'NOT_FOUND',
  /** The input is not of the form asked for: `details` names fields, lines and columns. */
  INVALID_INPUT: 'INVALID_INPUT',
  /** A file could not be read as what it claims to be: `details` names the place. */
  UNREADABLE_FILE: 'UNREADABLE_FILE',
  /** The body or file is over its limit: the message says the limit. */
  TOO_LARGE: 'TOO_LARGE',
  /** Something changed since it was read: load it again. */
  CONFLICT: 'CONFLICT',
  /** Too many tries: `details.retryAfterSeconds`. */
  RATE_LIMITED: 'RATE_LIMITED',
  /** A check forbids the step: `details` lists what to mend. */
  CHECK_FAILED: 'CHECK_FAILED',
  /** Cancelled by a person. */
  CANCELLED: 'CANCELLED',
  /** A machine, database or network does not answer as needed: try again, or see `doctor`. */
  UNAVAILABLE: 'UNAVAILABLE',
  /** A defect of ours. */
  INTERNAL: 'INTERNAL',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** The error that services throw: a code, one sentence for a person, and machine-readable details. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
