import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import { buildFileName } from '@/lib/letter/submission/file-names';
import { canExportLetter } from '@/lib/policies/letter';
import type { PackageFinding } from '@/lib/word/check/package-finding';
import { WORD_MEDIA_TYPE } from '@/lib/word/word-media-type';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findingsOf } from '../letter/check-letter';
import { takeSnapshot } from '../letter/take-snapshot';
import type { BuildRequest, Overrides } from './build-request';
import { keepExport } from './keep-export';
import type { LetterToRender } from './letter-to-render';
import { passChecks } from './pass-checks';
import { readBuild } from './read-build';
import { refuseUnclean } from './refuse-unclean';
import type { LeftOutSuggestion, WrittenBuild } from './written-build';

interface ExportLetter extends Overrides {
  readonly letterId: string;
  readonly request: BuildRequest;
}

export interface ExportedLetter {
  readonly exportId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly snapshotNumber: number;
  readonly findings: readonly LetterFinding[];
  /** What the file itself tells beside its text; never people, comments or changes of other builds than its own. */
  readonly fileFindings: readonly PackageFinding[];
  /** Open suggestions that a review does not carry. */
  readonly leftOut: readonly LeftOutSuggestion[];
  readonly bytes: Uint8Array;
}

/** Writes a Word file; given from outside so that a server writes in a worker thread and a command line in its own. */
export type LetterWriter = (letter: LetterToRender) => Promise<WrittenBuild>;

/**
 * Takes a snapshot of the letter, checks it for this build, writes the Word file and keeps it. Throws CHECK_FAILED with the findings where errors
 * stand and nobody gave a reason to go on.
 */
export async function exportLetter(ctx: ServiceContext, input: ExportLetter, write: LetterWriter): Promise<ExportedLetter> {
  authorise(canExportLetter(ctx.actor));
  const { letterId, request } = input;
  const { snapshot, findings, letter } = await transact(ctx, async (tx, audit) => {
    const taken = await takeSnapshot(ctx, tx, audit, { letterId, occasion: 'export' });
    const found = await findingsOf(ctx, tx, letterId, taken.content, request.build);
    passChecks(audit, letterId, found, input);
    return { snapshot: taken, findings: found, letter: await readBuild(ctx, tx, letterId, taken, request) };
  });
  const { bytes, leftOut } = await write(letter);
  const fileFindings = refuseUnclean(bytes, request.build);
  const { build, agency, ...options } = request;
  const kept = await keepExport(ctx, {
    ...{ letterId, snapshot, build, agency, options, bytes },
    fileName: buildFileName(snapshot.content.title, snapshot.number, request),
    mediaType: WORD_MEDIA_TYPE,
    findings: [...new Set(findings.map(({ code }) => code))],
    overrideReason: input.overrideReason,
  });
  return { ...kept, snapshotNumber: snapshot.number, findings, fileFindings, leftOut, bytes };
}
