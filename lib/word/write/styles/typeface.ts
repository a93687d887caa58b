/** A serif that every Word has and for which every other office program has a face of the same widths (Liberation Serif, Tinos). */
export const SERIF = 'Times New Roman';

/** Sizes in half points, as the file counts them. */
export const SIZE = { body: 24, quote: 23, footnote: 20, table: 20, small: 18, letterhead: 34 } as const;

/** Ink for rules and the letterhead; text is black. */
export const INK = '1F2A44';
