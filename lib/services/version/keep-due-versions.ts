import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { AuditEvent } from '@/lib/review/audit/audit-event';
import { appendAuditEvents } from '../audit/append-audit-events';
import { keepAutomaticVersion } from './keep-automatic-version';

const QUIET_MS = 10 * 60_000;
const LONGEST_MS = 60 * 60_000;

/** What one process remembers of letters that changed since their last version, between two rounds of keepDueVersions. */
export class VersionWatch {
  /** by letter: when the process first saw it changed, and the last change after which it was found to be as in its last version */
  readonly changedSince = new Map<string, Date>();
  readonly settledAt = new Map<string, Date>();
}

interface ChangedLetter {
  readonly letterId: string;
  readonly firmId: string;
  readonly lastChange: Date;
}

/**
 * Keeps a version of every letter that changed since its last one: ten minutes after the last change, and after an hour of changes without such
 * a pause. Several processes may do it at once, because the same text never makes two versions. Gives the letters of which one was kept; throws
 * AggregateError after the round where some could not be.
 */
export async function keepDueVersions(
  { db, clock, ids }: { readonly db: PrismaClient; readonly clock: Clock; readonly ids: IdSource },
  watch: VersionWatch,
): Promise<readonly string[]> {
  const now = clock();
  const changed = (await changedLetters(db)).filter(
    ({ letterId, lastChange }) => watch.settledAt.get(letterId)?.getTime() !== lastChange.getTime(),
  );
  const present = new Set(changed.map(({ letterId }) => letterId));
  for (const letterId of watch.changedSince.keys()) if (!present.has(letterId)) watch.changedSince.delete(letterId);
  const kept: string[] = [];
  // one letter that cannot be read must not keep the others from being kept
  const failures: unknown[] = [];
  for (const { letterId, firmId, lastChange } of changed) {
    const since = watch.changedSince.get(letterId) ?? lastChange;
    watch.changedSince.set(letterId, since);
    if (now.getTime() - lastChange.getTime() < QUIET_MS && now.getTime() - since.getTime() < LONGEST_MS) continue;
    try {
      await keepAsServer({ db, clock, ids }, firmId, letterId);
    } catch (error) {
      failures.push(error);
      continue;
    }
    watch.changedSince.delete(letterId);
    watch.settledAt.set(letterId, lastChange);
    kept.push(letterId);
  }
  if (failures.length > 0) throw new AggregateError(failures, `No version could be kept of ${failures.length} letters.`);
  return kept;
}

async function keepAsServer(
  { db, clock, ids }: { readonly db: PrismaClient; readonly clock: Clock; readonly ids: IdSource },
  firmId: string,
  letterId: string,
): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const events: AuditEvent[] = [];
      const note = (event: AuditEvent) => void events.push(event);
      await keepAutomaticVersion({ actor: { firmId, memberId: null }, clock, ids }, tx, note, letterId, 'automatic');
      await appendAuditEvents(tx, { firmId, actor: { id: null, name: 'Marginalia' }, clock, ids }, events);
    },
    { timeout: 30_000, maxWait: 10_000 },
  );
}

/** Letters with a change after their last version, or after their making where they have none. */
function changedLetters(db: PrismaClient): Promise<ChangedLetter[]> {
  return db.$queryRaw<ChangedLetter[]>`
    SELECT l.id::text AS "letterId", l."firmId"::text AS "firmId", c."lastChange"
      FROM "Letter" l
      CROSS JOIN LATERAL (
        SELECT greatest(
          l."updatedAt",
          (SELECT max(s."updatedAt") FROM "Section" s WHERE s."letterId" = l.id),
          (SELECT max(u.at) FROM "SectionUpdate" u JOIN "Section" s ON s.id = u."sectionId" WHERE s."letterId" = l.id)
        ) AS "lastChange"
      ) c
      WHERE c."lastChange" > coalesce((SELECT max(v."createdAt") FROM "LetterSnapshot" v WHERE v."letterId" = l.id), l."createdAt")
      ORDER BY l.id`;
}
