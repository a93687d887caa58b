import { sha256Hex } from '@/lib/core/hash';
import type { AgencyKey } from '@/lib/request/agencies/agency';

/** A file of a package. */
export interface PackageFile {
  /** path in the zip */
  readonly path: string;
  /** what it is, in a few words */
  readonly what: string;
  /** whether it may be read by everybody, or holds what confidential treatment is asked for */
  readonly holds: 'public' | 'confidential' | 'working paper';
  readonly agency: AgencyKey | null;
  readonly bytes: Uint8Array;
}

export interface ManifestFile {
  readonly path: string;
  readonly what: string;
  readonly holds: PackageFile['holds'];
  readonly agency: AgencyKey | null;
  readonly size: number;
  readonly sha256: string;
}

/** What a package is of, and every file in it with its hash. It names no person and no time: the same letter gives the same manifest. */
export interface Manifest {
  readonly letter: { readonly title: string; readonly version: number; readonly sha256: string };
  readonly runs: readonly { readonly name: string; readonly runId: string; readonly inputsHash: string; readonly resultHash: string }[];
  readonly files: readonly ManifestFile[];
}

export function manifestOf(letter: Manifest['letter'], runs: Manifest['runs'], files: readonly PackageFile[]): Manifest {
  return {
    letter,
    runs,
    files: files.map(({ path, what, holds, agency, bytes }) => ({
      path,
      what,
      holds,
      agency,
      size: bytes.length,
      sha256: sha256Hex(bytes),
    })),
  };
}

/** The manifest for a person. */
export function manifestText({ letter, runs, files }: Manifest): string {
  const lines = [
    `Submission package: ${letter.title}`,
    `Version ${letter.version}, SHA-256 ${letter.sha256}`,
    '',
    'Files',
    ...files.flatMap(({ path, what, holds, agency, size, sha256 }) => [
      `  ${path}`,
      `      ${what}${agency ? `, for the ${agency}` : ''} (${holds}), ${size.toLocaleString('en-US')} bytes`,
      `      SHA-256 ${sha256}`,
    ]),
    ...(runs.length === 0 ? [] : ['', 'Runs behind the figures']),
    ...runs.flatMap(({ name, runId, inputsHash, resultHash }) => [
      `  ${name} (${runId})`,
      `      inputs SHA-256 ${inputsHash}`,
      `      result SHA-256 ${resultHash}`,
    ]),
    '',
    'Files under public/ hold nothing that is marked confidential or privileged. Files under confidential/ are sent to their agency alone,',
    'with the request that goes with them. Working papers stay with the firm.',
    '',
  ];
  return lines.join('\n');
}
