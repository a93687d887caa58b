import type { LetterFinding } from '@/lib/letter/checks/letter-finding';

/** The address at which the letter is opened at the place of a finding. */
export function findingHref(letterId: string, { place }: LetterFinding): string {
  if (place.sectionId === null) return `/letters/${letterId}?panel=letterhead`;
  return `/letters/${letterId}?section=${place.sectionId}${place.nodeId ? `&node=${encodeURIComponent(place.nodeId)}` : ''}`;
}
