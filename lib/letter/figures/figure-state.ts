import type { FigureState } from './figure';
import type { FigureEntry, FigurePublicationEntry } from './figure-entry';

/**
 * How a binding to `runId` stands today. The gravest state wins: withdrawn (the figure, its run, or a run from which it is not published),
 * then source-changed, then newer-run, then current.
 */
export function figureState(entry: FigureEntry, runId: string): FigureState {
  const bound = publicationOf(entry, runId);
  if (entry.withdrawn !== null || bound === null || typeof bound.withdrawn === 'string') return 'withdrawn';
  if (bound.sourceChanged ?? entry.sourceChanged) return 'source-changed';
  return entry.latestRunNumber > bound.runNumber ? 'newer-run' : 'current';
}

/** The publication of a figure from one run; null where risk has not published it from that run. */
export function publicationOf(entry: FigureEntry, runId: string): FigurePublicationEntry | null {
  return entry.publications.find((publication) => publication.runId === runId) ?? null;
}

/**
 * The publication that "accept new value" would bind to: of the latest run, later than the bound one, from which risk has published the
 * figure and which still stands. Null where there is none: a newer run alone changes nothing.
 */
export function acceptablePublication(entry: FigureEntry, runId: string): FigurePublicationEntry | null {
  if (entry.withdrawn !== null) return null;
  const boundNumber = publicationOf(entry, runId)?.runNumber ?? 0;
  let newest: FigurePublicationEntry | null = null;
  for (const publication of entry.publications) {
    const stands = typeof publication.withdrawn !== 'string';
    if (stands && publication.runNumber > (newest?.runNumber ?? boundNumber)) newest = publication;
  }
  return newest;
}
