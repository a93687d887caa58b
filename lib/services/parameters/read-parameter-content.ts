import { failure, type Result, success } from '@/lib/core/result';
import { parseSimmPack } from '@/lib/margin/parameters/parse-simm-pack';
import type { ScanParameters } from '@/lib/margin/parameters/scan-parameters';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';
import type { ParameterKind } from './parameter-kind';

/** What a set's content says of itself. */
export interface ParameterAbout {
  readonly name: string;
  readonly version: string;
  /** ISO date. */
  readonly effective: string | null;
  readonly figures: number;
}

/** A set's content as the methods take it. */
export type ParameterContent =
  | { readonly kind: 'simm'; readonly pack: SimmPack; readonly about: ParameterAbout }
  | { readonly kind: 'scan'; readonly parameters: ScanParameters; readonly about: ParameterAbout };

/** Reads a set's content from its plain JSON form. Every problem is a sentence. */
export function readParameterContent(kind: ParameterKind, content: unknown): Result<ParameterContent, string> {
  if (kind === 'scan') return failure('Scan parameters are not read yet.');
  const read = parseSimmPack(content);
  if (!read.ok) return read;
  const { version, effective, numbers } = read.value;
  return success({ kind, pack: read.value, about: { name: `SIMM ${version}`, version, effective, figures: numbers.size } });
}
