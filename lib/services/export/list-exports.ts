import type { Decision } from '@/lib/policies/decision';
import { canOpenExport, canReadLetter } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import { exportOptions } from './export-options';

export interface ExportSummary {
  readonly id: string;
  readonly build: string;
  /** the agency that it is for; null for both */
  readonly agency: string | null;
  /** of a redline: the version that it is held against */
  readonly against: number | null;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly snapshotNumber: number;
  readonly by: string;
  readonly createdAt: string;
  /** opening the file */
  readonly open: Decision;
}

/** The files that left this letter, newest first. */
export async function listExports(ctx: ServiceContext, letterId: string): Promise<ExportSummary[]> {
  authorise(canReadLetter(ctx.actor));
  const { firmId } = ctx.actor;
  await findLetter(ctx.db, firmId, letterId);
  const rows = await ctx.db.export.findMany({ where: { firmId, letterId }, orderBy: { createdAt: 'desc' } });
  const [files, snapshots, members] = await Promise.all([
    ctx.db.storedFile.findMany({
      where: { firmId, id: { in: rows.map((row) => row.fileId) } },
      select: { id: true, name: true, size: true },
    }),
    ctx.db.letterSnapshot.findMany({ where: { firmId, letterId }, select: { id: true, number: true } }),
    ctx.db.member.findMany({ where: { firmId }, select: { id: true, name: true } }),
  ]);
  const file = new Map(files.map((each) => [each.id, each]));
  const snapshot = new Map(snapshots.map((each) => [each.id, each.number]));
  const name = new Map(members.map((each) => [each.id, each.name]));
  return rows.map((row) => {
    const { against, privileged } = exportOptions(row.options);
    return {
      id: row.id,
      build: row.build,
      agency: row.agency,
      against,
      fileName: file.get(row.fileId)?.name ?? '',
      size: file.get(row.fileId)?.size ?? 0,
      sha256: row.sha256,
      snapshotNumber: snapshot.get(row.snapshotId) ?? 0,
      by: name.get(row.createdById) ?? '',
      createdAt: row.createdAt.toISOString(),
      open: canOpenExport(ctx.actor, { privileged }),
    };
  });
}
