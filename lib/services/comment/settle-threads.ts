import type { CommentThread, PrismaClient } from '@/lib/generated/prisma/client';
import { readSectionBodies } from '../section/read-section-body';
import { type AnchorKeeper, placeThreads } from './place-threads';
import { type ReadingPlace, readingPlaces } from './reading-place';

interface Settled {
  /** what the text and its threads were when this was found out */
  readonly key: string;
  readonly places: Promise<ReadingPlace>;
}

const MOST_REMEMBERED = 500;
const remembered = new Map<string, Settled>();

/**
 * Brings the open ones of these threads to their present places, and gives for each section the order of reading in its present text. A text is read
 * only when it or its threads changed since this process did so last: a comment makes everybody who has the letter open list its threads at once.
 */
export async function settleThreads(
  keeper: AnchorKeeper,
  firmId: string,
  threads: readonly CommentThread[],
): Promise<ReadonlyMap<string, ReadingPlace>> {
  const bySection = new Map<string, CommentThread[]>();
  for (const thread of threads) bySection.set(thread.sectionId, [...(bySection.get(thread.sectionId) ?? []), thread]);
  const marks = await textMarks(keeper.db, firmId, [...bySection.keys()]);
  const stale = new Map<string, string>();
  for (const [sectionId, own] of bySection) {
    const open = own.filter((thread) => thread.resolvedAt === null);
    const latest = Math.max(0, ...open.map((thread) => thread.createdAt.getTime()));
    const key = `${marks.get(sectionId)}:${open.length}:${latest}`;
    if (remembered.get(sectionId)?.key !== key) stale.set(sectionId, key);
  }
  if (stale.size > 0) {
    const reading = readSectionBodies(keeper.db, firmId, [...stale.keys()]).then(async (bodies) => {
      await placeThreads(
        keeper,
        threads.filter((thread) => stale.has(thread.sectionId) && thread.resolvedAt === null),
        bodies,
      );
      return bodies;
    });
    for (const [sectionId, key] of stale) {
      const places = reading.then((bodies) => readingPlaces(bodies.get(sectionId)));
      places.catch(() => remembered.delete(sectionId));
      remember(sectionId, { key, places });
    }
  }
  const found = [...bySection.keys()].map(async (sectionId) => [sectionId, await remembered.get(sectionId)?.places] as const);
  return new Map((await Promise.all(found)).flatMap(([sectionId, place]) => (place ? [[sectionId, place] as const] : [])));
}

function remember(sectionId: string, settled: Settled): void {
  remembered.delete(sectionId);
  remembered.set(sectionId, settled);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}

/** Something that differs as soon as a section's text does: its generation and the last update of its log, folded into its state or not. */
async function textMarks(db: PrismaClient, firmId: string, sectionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ id: string; mark: string }[]>`
    SELECT s.id::text AS id, s.generation || '.' || greatest(r."throughUpdate", coalesce((
        SELECT max(u.id) FROM "SectionUpdate" u WHERE u."sectionId" = s.id AND u.generation = s.generation), 0)) AS mark
      FROM "Section" s JOIN "SectionRoom" r ON r."sectionId" = s.id
      WHERE s."firmId" = ${firmId}::uuid AND s.id = ANY(${[...sectionIds]}::uuid[])`;
  return new Map(rows.map(({ id, mark }) => [id, mark]));
}
