import { LETTER_STYLES } from './letter-styles';

const HEADINGS: readonly string[] = ['heading 1', 'heading 2', 'heading 3', 'heading 4'];

/** The names of the styles that a letter uses, as Word shows them. */
export function letterStyleNames(): readonly string[] {
  const own = (LETTER_STYLES.paragraphStyles ?? []).map(({ id, name }) => name ?? id);
  return [...own, ...HEADINGS, 'Hyperlink', 'footnote reference'];
}
