import { AppError } from '@/lib/core/errors';
import { sha256Hex } from '@/lib/core/hash';
import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import type { LetterContent } from '@/lib/letter/letter-content';
import { canExportLetter } from '@/lib/policies/letter';
import { hygieneOf } from '@/lib/word/check/check-package';
import { openPackage } from '@/lib/word/package/open-package';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { storeFile } from '../file/store-file';
import { findingsOf } from '../letter/check-letter';
import { takeSnapshot } from '../letter/take-snapshot';

export const BUILDS = ['clean'] as const;
export type Build = (typeof BUILDS)[number];

interface ExportLetter {
  readonly letterId: string;
  readonly build: Build;
  /** Export although errors stand: the overridden ones are named in the audit log. */
  readonly overrideReason: string | null;
}

export interface ExportedLetter {
  readonly exportId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly snapshotNumber: number;
  readonly findings: readonly LetterFinding[];
  readonly bytes: Uint8Array;
}

/** Writes a content as a Word file; given from outside so that a server writes in a worker thread and a command line in its own. */
export type LetterWriter = (content: LetterContent, build: Build) => Promise<Uint8Array>;

/**
 * Takes a snapshot of the letter, checks it, writes the Word file and keeps it. Throws CHECK_FAILED with the findings where errors stand and
 * nobody gave a reason to go on.
 */
export async function exportLetter(ctx: ServiceContext, input: ExportLetter, write: LetterWriter): Promise<ExportedLetter> {
  authorise(canExportLetter(ctx.actor));
  const { letterId, build, overrideReason } = input;
  const { snapshot, findings } = await transact(ctx, async (tx, audit) => {
    const taken = await takeSnapshot(ctx, tx, audit, { letterId, occasion: 'export' });
    return { snapshot: taken, findings: await findingsOf(tx, ctx.actor.firmId, letterId, taken.content) };
  });
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0 && overrideReason === null) {
    throw new AppError(
      'CHECK_FAILED',
      `${errors.length === 1 ? 'One check forbids' : `${errors.length} checks forbid`} the export: ${errors[0]?.message ?? ''}`,
      {
        findings: errors,
      },
    );
  }
  const bytes = await write(snapshot.content, build);
  refuseUnclean(bytes);
  const sha256 = sha256Hex(bytes);
  const fileName = `${fileStem(snapshot.content.title)}-v${snapshot.number}-${build}.docx`;
  const exportId = ctx.ids();
  const file = await storeFile(ctx, { name: fileName, mediaType: WORD_MEDIA_TYPE, source: inOnePiece(bytes), maxBytes: bytes.length });
  await transact(ctx, async (tx, audit) => {
    await tx.export.create({
      data: {
        id: exportId,
        firmId: ctx.actor.firmId,
        letterId,
        snapshotId: snapshot.id,
        build,
        fileId: file.id,
        sha256,
        createdById: ctx.actor.memberId,
        createdAt: ctx.clock(),
      },
    });
    audit({
      type: 'letter.exported',
      subject: { type: 'letter', id: letterId },
      data: { exportId, build, snapshotNumber: snapshot.number, sha256, findings: findings.map((finding) => finding.code), overrideReason },
    });
  });
  return { exportId, fileId: file.id, fileName, sha256, snapshotNumber: snapshot.number, findings, bytes };
}

const WORD_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The last look before a file can leave: whatever wrote it, it carries no people, comments, hidden text or revisions. Throws INTERNAL. */
function refuseUnclean(bytes: Uint8Array): void {
  const opened = openPackage(bytes);
  const faults = opened.ok ? hygieneOf(opened.value).filter((finding) => finding.severity === 'error') : [];
  if (!opened.ok || faults.length > 0) {
    throw new AppError(
      'INTERNAL',
      `The Word file did not pass its last check and was not kept: ${faults[0]?.message ?? 'it cannot be opened'}.`,
      { faults },
    );
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A file name without characters that a file system, a mail gateway or a portal refuses. */
function fileStem(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain || 'letter';
}
