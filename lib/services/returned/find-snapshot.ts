import { AppError } from '@/lib/core/errors';
import type { Letter, Prisma } from '@/lib/generated/prisma/client';
import type { LetterContent } from '@/lib/letter/letter-content';
import { bestVersion, type VersionText } from '@/lib/letter/returned/best-version';
import type { ReturnedDocument } from '@/lib/letter/returned/returned-document';
import { isIntact } from '../version/read-version';
import type { FoundBy } from './stored-return';

export interface FoundSnapshot {
  readonly letterId: string;
  readonly letterTitle: string;
  readonly snapshotId: string;
  readonly number: number;
  readonly content: LetterContent;
  readonly foundBy: FoundBy;
}

/** How many of a letter's latest versions are compared where the file does not say which it was written from. */
const MOST_COMPARED = 30;

/**
 * The version that a file was written from, among all letters of the firm: by the hash in its bookmark, else by the bookmarks of its sections,
 * else, within `among`, by its text. Null where there is none. A damaged version stands for nothing.
 */
export async function findSnapshot(
  db: Prisma.TransactionClient,
  firmId: string,
  returned: ReturnedDocument,
  among: readonly Pick<Letter, 'id' | 'title'>[],
): Promise<FoundSnapshot | null> {
  if (returned.versionHash !== null && /^[0-9a-f]{32,64}$/.test(returned.versionHash)) {
    const row = await db.letterSnapshot.findFirst({
      where: { firmId, contentHash: { startsWith: returned.versionHash } },
      orderBy: { number: 'asc' },
    });
    const letter = row && (await db.letter.findFirst({ where: { id: row.letterId, firmId }, select: { title: true } }));
    if (row && letter && isIntact(row)) return found(row, letter.title, 'version');
  }
  const ids = returned.sections.flatMap(({ id }) => id ?? []);
  const section = await db.section.findFirst({
    where: { firmId, id: { in: ids } },
    select: { letter: { select: { id: true, title: true } } },
  });
  // letters of two firms that answer one request are alike: what bears marks is found by them or not at all
  if (!section && isMarked(returned)) return null;
  const letter = section?.letter ?? (await likeliestLetter(db, firmId, returned, among));
  const best = letter && (await likeliestVersion(db, firmId, returned, letter.id, MOST_COMPARED));
  if (!best || (section === null && !best.isLike)) return null;
  return found(best.row, letter.title, section ? 'sections' : 'text');
}

/** The letter whose newest version shares most words with a file; texts are long, so that older versions are looked at in that letter alone. */
async function likeliestLetter<L extends Pick<Letter, 'id'>>(
  db: Prisma.TransactionClient,
  firmId: string,
  returned: ReturnedDocument,
  among: readonly L[],
): Promise<L | null> {
  const [only, ...others] = among;
  if (!only || others.length === 0) return only ?? null;
  let best: { letter: L; like: number } | null = null;
  for (const letter of among) {
    const version = await likeliestVersion(db, firmId, returned, letter.id, 1);
    if (version && (!best || version.like > best.like)) best = { letter, like: version.like };
  }
  return best?.letter ?? null;
}

async function likeliestVersion(
  db: Prisma.TransactionClient,
  firmId: string,
  returned: ReturnedDocument,
  letterId: string,
  take: number,
): Promise<{ readonly row: Snapshot; readonly like: number; readonly isLike: boolean } | null> {
  const rows = await db.letterSnapshot.findMany({ where: { firmId, letterId }, orderBy: { number: 'desc' }, take });
  const versions = rows.filter(isIntact);
  const chosen = bestVersion(
    returned,
    versions.map((row): VersionText => (row.content as unknown as LetterContent).sections),
  );
  const row = chosen && versions[chosen.index];
  return chosen && row ? { row, like: chosen.like, isLike: chosen.isLike } : null;
}

type Snapshot = Prisma.LetterSnapshotGetPayload<object>;

function found(row: Snapshot, letterTitle: string, foundBy: FoundBy): FoundSnapshot {
  const { id, letterId, number, content } = row;
  return { letterId, letterTitle, snapshotId: id, number, content: content as unknown as LetterContent, foundBy };
}

/** The same for one letter. Throws UNREADABLE_FILE with the reason where the file is of another letter, of another firm, or of none. */
export async function findSnapshotOf(
  db: Prisma.TransactionClient,
  letter: Pick<Letter, 'id' | 'title' | 'firmId'>,
  returned: ReturnedDocument,
): Promise<FoundSnapshot> {
  const snapshot = await findSnapshot(db, letter.firmId, returned, [letter]);
  if (snapshot?.letterId === letter.id) return snapshot;
  if (snapshot) {
    const reason = `This file is of another letter: “${snapshot.letterTitle}”, version ${snapshot.number}. Bring it back there.`;
    throw new AppError('UNREADABLE_FILE', reason, { letterId: snapshot.letterId });
  }
  throw new AppError(
    'UNREADABLE_FILE',
    isMarked(returned)
      ? 'This file was written from a letter that this firm does not have. Nothing of it was read.'
      : `This file is not of this letter: it bears no mark of it, and its text is that of none of its versions. Nothing of it was read.`,
  );
}

/** Whether a file bears the mark of a version or of a section, whosever they are. */
export function isMarked({ versionHash, sections }: ReturnedDocument): boolean {
  return versionHash !== null || sections.some(({ id }) => id !== null);
}
