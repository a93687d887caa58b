import { type Result, success } from '@/lib/core/result';
import { parseSimmPack } from '@/lib/margin/parameters/parse-simm-pack';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';
import type { ParameterKind } from './parameter-kind';

/** What a set's content says of itself. */
export interface ParameterAbout {
  readonly name: string;
  readonly version: string;
  readonly effective: string | null;
  readonly figures: number;
}

/** A set's content as the methods take it, with what it says of itself. Every problem is a sentence. */
export function readParameterContent(
  kind: ParameterKind,
  content: unknown,
): Result<{ readonly pack: SimmPack; readonly about: ParameterAbout }, string> {
  const read = parseSimmPack(content);
  if (!read.ok) return read;
  const { version, effective, numbers } = read.value;
  return success({ pack: read.value, about: { name: `SIMM ${version}`, version, effective, figures: numbers.size } });
}
