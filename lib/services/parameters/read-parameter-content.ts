import { type Result, success } from '@/lib/core/result';
import { parseScanParameters } from '@/lib/margin/parameters/parse-scan-parameters';
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
  /** How much it holds, e.g. "1,069 figures". */
  readonly size: string;
}

/** A set's content as the methods take it. */
export type ParameterContent =
  | { readonly kind: 'simm'; readonly pack: SimmPack; readonly about: ParameterAbout }
  | { readonly kind: 'scan'; readonly parameters: ScanParameters; readonly about: ParameterAbout };

/** Reads a set's content from its plain JSON form. Every problem is a sentence. */
export function readParameterContent(kind: ParameterKind, content: unknown): Result<ParameterContent, string> {
  if (kind === 'scan') {
    const scan = parseScanParameters(content);
    if (!scan.ok) return scan;
    const { name, effective, commodities } = scan.value;
    const size = `${commodities.size.toLocaleString('en-US')} combined ${commodities.size === 1 ? 'commodity' : 'commodities'}`;
    return success({ kind, parameters: scan.value, about: { name, version: effective ?? 'undated', effective, size } });
  }
  const read = parseSimmPack(content);
  if (!read.ok) return read;
  const { version, effective, numbers } = read.value;
  return success({
    kind,
    pack: read.value,
    about: { name: `SIMM ${version}`, version, effective, size: `${numbers.size.toLocaleString('en-US')} figures` },
  });
}
