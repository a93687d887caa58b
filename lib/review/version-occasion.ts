/** Why a version was taken first. Whatever the occasion, a version that was given a name counts as named. */
export const VERSION_OCCASIONS = {
  named: 'kept by hand',
  automatic: 'kept automatically',
  'before-restore': 'kept before an earlier version was brought back',
  restored: 'an earlier version brought back',
  signed: 'kept when a section was signed',
  export: 'exported',
} as const;

export type VersionOccasion = keyof typeof VERSION_OCCASIONS;

/** The occasion that a row names. Throws RangeError for any other word. */
export function versionOccasionOf(text: string): VersionOccasion {
  if (!Object.hasOwn(VERSION_OCCASIONS, text)) throw new RangeError(`“${text}” is no occasion of a version.`);
  return text as VersionOccasion;
}
