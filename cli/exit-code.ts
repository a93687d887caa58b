import { CommanderError } from 'commander';
import { AppError, type ErrorCode } from '@/lib/core/errors';

/** What a shell is told. */
export const EXIT = {
  done: 0,
  /** the answer is "no": a check failed, the step is not allowed */
  no: 1,
  /** unknown command or option */
  wrongUse: 2,
  /** a file or value that cannot be read as what it should be */
  badInput: 3,
  /** a defect, or a machine that does not answer */
  internal: 4,
} as const;

const BY_CODE: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: EXIT.no,
  FORBIDDEN: EXIT.no,
  NOT_FOUND: EXIT.badInput,
  INVALID_INPUT: EXIT.badInput,
  UNREADABLE_FILE: EXIT.badInput,
  TOO_LARGE: EXIT.badInput,
  CONFLICT: EXIT.no,
  RATE_LIMITED: EXIT.no,
  CHECK_FAILED: EXIT.no,
  CANCELLED: EXIT.no,
  UNAVAILABLE: EXIT.internal,
  INTERNAL: EXIT.internal,
};

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no file',
  EACCES: 'This user may not open',
  EISDIR: 'A file is needed, and this is a folder:',
  ENOTDIR: 'There is no file',
};

/** The exit code and the one line for standard error; null where the line was printed already. */
export function explainError(error: unknown): { code: number; line: string | null } {
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? EXIT.done : EXIT.wrongUse, line: null };
  if (error instanceof AppError) return { code: BY_CODE[error.code], line: oneLine(error.message) };
  const { code, path, message } = error as NodeJS.ErrnoException;
  const about = code === undefined ? undefined : FILE_ERRORS[code];
  if (about && path) return { code: EXIT.badInput, line: `${about} ${path}.` };
  return { code: EXIT.internal, line: `Something is wrong in marginalia itself: ${oneLine(message ?? String(error))}` };
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
