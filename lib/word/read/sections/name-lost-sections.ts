import { cleanLine } from '@/lib/core/clean-text';
import type { LetterContent } from '@/lib/letter/letter-content';
import { isOpening } from '@/lib/letter/numbering/number-letter';
import { shownText } from '../inline/markers';
import { titleWords } from './read-section';
import type { SectionPiece } from './section-piece';

/**
 * Gives a section that lost its bookmark, among others that have theirs, the id of the section of the known letter that bears its title and stands
 * nowhere else in the file. LibreOffice loses a bookmark that begins behind a table.
 */
export function nameLostSections(pieces: readonly SectionPiece[], known: LetterContent | null): readonly SectionPiece[] {
  const found = new Set(pieces.map(({ sectionId }) => sectionId));
  const lost = (known?.sections ?? []).filter((section) => !found.has(section.id) && !isOpening(section));
  return pieces.map((piece) => {
    const [title] = piece.blocks;
    if (piece.sectionId !== null || title?.kind !== 'paragraph' || title.role.kind !== 'title') return piece;
    const says = shownText(title.content);
    const [own, ...others] = lost.filter(
      (section) => cleanLine(section.title) !== '' && titleWords(says, section) === cleanLine(section.title),
    );
    if (!own || others.length > 0 || found.has(own.id)) return piece;
    found.add(own.id);
    return { ...piece, sectionId: own.id };
  });
}
