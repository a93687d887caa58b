import type { FileProblem } from '@/lib/core/file-problem';
import { type ReadOptions, readRequest } from '@/lib/request/read-request';
import type { RequestDocument } from '@/lib/request/request-document';

/** Reads a file, or a text as one; a refusal fails the test with what was refused. */
export function readText(file: string | Uint8Array, options: ReadOptions = {}): RequestDocument {
  const read = readRequest(typeof file === 'string' ? new TextEncoder().encode(file) : file, options);
  if (!read.ok) throw new Error(`refused: ${read.failures.map(({ code, message }) => `${code} ${message}`).join('; ')}`);
  return read.value;
}

/** The problem for which a file is refused; a file that is read fails the test. */
export function refusalOf(file: string | Uint8Array, options: ReadOptions = {}): FileProblem {
  const read = readRequest(typeof file === 'string' ? new TextEncoder().encode(file) : file, options);
  if (read.ok) throw new Error('this file should have been refused, and was read');
  const [problem] = read.failures;
  if (!problem) throw new Error('a refusal has to say why');
  return problem;
}

/** Every question in short: key, text, and parts as "a: text". */
export function shortQuestions(document: RequestDocument): string[] {
  return document.sections.flatMap((section) =>
    section.questions.map(({ key, text, parts }) => [`${key} ${text}`, ...parts.map((part) => `${part.label}: ${part.text}`)].join(' | ')),
  );
}
