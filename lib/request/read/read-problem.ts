import type { FileProblem } from '@/lib/core/file-problem';

interface Where {
  readonly line?: number | null;
  readonly column?: number | null;
  readonly value?: string | null;
}

const VALUE_LENGTH = 80;

/** A problem that stops the reading. */
export function readError(code: string, message: string, where: Where = {}): FileProblem {
  return problem('error', code, message, where);
}

/** Something that a person should check; the reading goes on. */
export function readWarning(code: string, message: string, where: Where = {}): FileProblem {
  return problem('warning', code, message, where);
}

function problem(severity: FileProblem['severity'], code: string, message: string, where: Where): FileProblem {
  const value = where.value ?? null;
  return {
    severity,
    code,
    line: where.line ?? null,
    column: where.column ?? null,
    value: value === null ? null : value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH - 1)}…` : value,
    message,
  };
}
