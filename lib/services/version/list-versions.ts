import type { Decision } from '@/lib/policies/decision';
import { canReadLetter } from '@/lib/policies/letter';
import { canNameVersion, canReadVersions, canRestoreVersion } from '@/lib/policies/version';
import { type VersionOccasion, versionOccasionOf } from '@/lib/review/version-occasion';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';

export interface VersionSummary {
  readonly number: number;
  readonly name: string;
  readonly note: string;
  readonly occasion: VersionOccasion;
  /** Who took it; null for the server itself. */
  readonly by: string | null;
  /** ISO instant. */
  readonly createdAt: string;
  readonly contentHash: string;
}

export interface VersionList {
  /** Newest first. */
  readonly versions: readonly VersionSummary[];
  readonly rights: { readonly name: Decision; readonly restore: Decision };
}

/** The versions of a letter and what the member may do with them. */
export async function listVersions(ctx: ServiceContext, letterId: string): Promise<VersionList> {
  const { actor, db } = ctx;
  authorise(canReadLetter(actor));
  authorise(canReadVersions(actor));
  const letter = await findLetter(db, actor.firmId, letterId);
  const rows = await db.letterSnapshot.findMany({
    where: { firmId: actor.firmId, letterId },
    orderBy: { number: 'desc' },
    select: { number: true, name: true, note: true, occasion: true, createdById: true, createdAt: true, contentHash: true },
  });
  const members = await db.member.findMany({
    where: { firmId: actor.firmId, id: { in: rows.flatMap(({ createdById }) => createdById ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return {
    versions: rows.map(({ createdById, createdAt, occasion, ...row }) => ({
      ...row,
      occasion: versionOccasionOf(occasion),
      by: createdById === null ? null : (names.get(createdById) ?? 'a member who is gone'),
      createdAt: createdAt.toISOString(),
    })),
    rights: { name: canNameVersion(actor), restore: canRestoreVersion(actor, { frozen: letter.frozenAt !== null }) },
  };
}
