import { cleanLine } from '@/lib/core/clean-text';
import { kindWords } from '@/lib/letter/compare/kind-words';
import { nodeName } from '@/lib/letter/compare/node-name';
import type { LetterContent } from '@/lib/letter/letter-content';
import { isOpening, numberLetter, readingOrder } from '@/lib/letter/numbering/number-letter';
import { protectedParts } from '@/lib/letter/protection/protected-parts';
import { hasContent, walkProse } from '@/lib/letter/walk-prose';

/** A part for which treatment is asked, as the public may read of it: where it is and what, and no word of it. */
export interface RequestedPart {
  readonly sectionId: string;
  readonly where: string;
  readonly what: string;
}

/** The confidential parts of a letter in its reading order, by section, note and exhibit number. */
export function requestedParts(content: LetterContent): readonly RequestedPart[] {
  const numbers = numberLetter(content);
  const sections = readingOrder(content.sections);
  const notes = noteNumbers(content);
  return protectedParts({ sections })
    .filter(({ protection }) => protection === 'confidential')
    .map(({ sectionId, nodeId, what }) => {
      const section = sections.find(({ id }) => id === sectionId);
      const number = numbers.sections.get(sectionId) ?? null;
      const title = cleanLine(section?.title ?? '');
      const name =
        section && isOpening(section) ? 'Opening' : number?.startsWith('Annex') ? number : `Section ${(number ?? '').replace(/\.$/, '')}`;
      const note = nodeId === null ? undefined : notes.get(nodeId);
      const exhibit = numbers.exhibits.find(({ node }) => nodeId !== null && nodeName(node) === nodeId)?.label;
      return {
        sectionId,
        where: [
          title === '' || name === 'Opening' ? name : `${name}, ${title}`,
          note === undefined ? null : `note ${note}`,
          exhibit ?? null,
        ]
          .filter((part) => part !== null)
          .join(', '),
        what: exhibit
          ? `the whole of ${exhibit}`
          : what === 'words'
            ? 'words in brackets'
            : `a ${kindWords({ type: what })}`.replace(/^a heading \d$/, 'a heading'),
      };
    });
}

/** The number of each footnote by its name, and by the names of the paragraphs in it. */
function noteNumbers(content: LetterContent): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let number = 0;
  for (const { body } of readingOrder(content.sections)) {
    for (const node of walkProse(body)) {
      if (node.type !== 'footnote' || !hasContent(node)) continue;
      number += 1;
      for (const inner of walkProse(node)) {
        const name = nodeName(inner);
        if (name !== null) found.set(name, number);
      }
    }
  }
  return found;
}
