import { failure, type Result, success } from '@/lib/core/result';
import { looksLikeXml } from '@/lib/margin/parameters/looks-like-xml';
import { readOreCalibration } from '@/lib/margin/parameters/read-ore-calibration';
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
  readonly size: string;
}

/** Reads a file of a kind: JSON, or for SIMM the XML of ORE. Every problem is a sentence; a file with one is not used at all. */
export function readParameterFile(kind: ParameterKind, bytes: Uint8Array): Result<ParameterFile, string> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failure('The file is not text in UTF-8.');
  }
  const content = kind === 'simm' && looksLikeXml(text) ? readOreCalibration(text) : parseJson(text);
  if (!content.ok) return content;
  const read = readParameterContent(kind, content.value);
  return read.ok ? success({ content: content.value, ...read.value.about }) : read;
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return success(JSON.parse(text));
  } catch {
    return failure('The file is not JSON. It may be cut off.');
  }
}
