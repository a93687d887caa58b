import type { FoundBy } from '@/lib/services/returned/stored-return';

/** How it is known which version a file was written from. */
export function foundByWords(foundBy: FoundBy, versionNumber: number | null): string {
  const version = versionNumber === null ? 'a version that is not kept any more' : `version ${versionNumber}`;
  if (foundBy === 'version') return `Written from ${version}.`;
  if (foundBy === 'sections') return `The file has lost the mark of its version; by its sections and words it is ${version}.`;
  return `The file has lost all marks of the letter; by its words it is ${version}.`;
}
