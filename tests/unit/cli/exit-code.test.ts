import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { explainError } from '@/cli/exit-code';
import { AppError, ERROR_CODES, type ErrorCode } from '@/lib/core/errors';

const fileError = (code: string) => Object.assign(new Error(`${code}: open`), { code, path: 'positions.csv' });

describe('explainError', () => {
  it.each<[ErrorCode, number]>([
    ['CHECK_FAILED', 1],
    ['FORBIDDEN', 1],
    ['INVALID_INPUT', 3],
    ['UNREADABLE_FILE', 3],
    ['TOO_LARGE', 3],
    ['NOT_FOUND', 3],
    ['UNAVAILABLE', 4],
    ['INTERNAL', 4],
  ])('gives %s the exit code %i and its own sentence', (code, exit) => {
    expect(explainError(new AppError(code, 'Row 3 is\n  short.'))).toEqual({ code: exit, line: 'Row 3 is short.' });
  });

  it('gives every error code an exit code', () => {
    for (const code of Object.keys(ERROR_CODES) as ErrorCode[]) expect(explainError(new AppError(code, '')).code).toBeGreaterThan(0);
  });

  it('takes a file that is not there for bad input', () => {
    expect(explainError(fileError('ENOENT'))).toEqual({ code: 3, line: 'There is no file positions.csv.' });
    expect(explainError(fileError('EISDIR'))).toEqual({ code: 3, line: 'A file is needed, and this is a folder: positions.csv.' });
  });

  it('leaves the sentences of the option parser to it', () => {
    expect(explainError(new CommanderError(1, 'commander.unknownOption', 'unknown option'))).toEqual({ code: 2, line: null });
    expect(explainError(new CommanderError(0, 'commander.helpDisplayed', 'help'))).toEqual({ code: 0, line: null });
  });

  it('owns up to a defect', () => {
    expect(explainError(new TypeError('x is undefined'))).toEqual({
      code: 4,
      line: 'Something is wrong in marginalia itself: x is undefined',
    });
  });
});
