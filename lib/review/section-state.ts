export const SECTION_STATES = ['drafting', 'in-review', 'signed'] as const;

/** Where a section stands on its way to being filed. */
export type SectionState = (typeof SECTION_STATES)[number];

/** The state that a row names. Throws RangeError for any other word. */
export function sectionStateOf(text: string): SectionState {
  const state = SECTION_STATES.find((known) => known === text);
  if (!state) throw new RangeError(`“${text}” is no state of a section.`);
  return state;
}
