import { readSectionBodies } from '../section/read-section-body';
import { type AnchorKeeper, placeThreads } from './place-threads';

/**
 * Finds each open thread of a section in its present text and keeps where it is now. A thread whose place is gone is marked so and stays; the mark is
 * taken away when the words come back. Safe to run at any time and twice at once. Returns how many threads lost or found their place.
 */
export async function refreshAnchors(keeper: AnchorKeeper, sectionId: string): Promise<number> {
  const threads = await keeper.db.commentThread.findMany({ where: { sectionId, resolvedAt: null } });
  const firmId = threads[0]?.firmId;
  if (firmId === undefined) return 0;
  const bodies = await readSectionBodies(keeper.db, firmId, [sectionId]);
  return placeThreads(keeper, threads, bodies);
}
