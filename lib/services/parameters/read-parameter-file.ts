import { failure, type Result, success } from '@/lib/core/result';
import type { ParameterKind } from './parameter-kind';
import { readParameterContent } from './read-parameter-content';

/** A parameter file that was read and found complete. */
export interface ParameterFile {
  /** The plain JSON form, as it is kept. */
  readonly content: unknown;
  readonly name: string;
  readonly version: string;
  /** ISO date; null where the file has none. */
  readonly effective: string | null;
  readonly figures: number;
}

/** Reads a file of a kind: JSON. Every problem is a sentence; a file with one is not used at all. */
export function readParameterFile(kind: ParameterKind, bytes: Uint8Array): Result<ParameterFile, string> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failure('The file is not text in UTF-8.');
  }
  const content = parseJson(text);
  if (content === undefined) return failure('The file is not JSON. It may be cut off.');
  const read = readParameterContent(kind, content);
  return read.ok ? success({ content, ...read.value.about }) : read;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
