import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { isTextBlock } from '@/lib/letter/compare/node-name';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { SuggestedChange } from '@/lib/letter/tracked/track-suggestions';
import { walkProse } from '@/lib/letter/walk-prose';
import type { WrittenThread } from '@/lib/word/letter-build';

const AUTHORS = ['Ada Example', 'Ben Sample', 'Outside Counsel'] as const;

/** What three people suggest who each made some of the changes from one version to the next. */
export function suggestionsBetween(before: LetterContent, after: LetterContent): SuggestedChange[] {
  return before.sections.flatMap((section) => {
    const now = after.sections.find(({ id }) => id === section.id);
    const changes = now ? compareBodies(section.body, now.body) : [];
    return changes.map((change, index) => ({
      sectionId: section.id,
      change,
      author: AUTHORS[index % AUTHORS.length] ?? '',
      at: `2026-11-2${index % 3}T09:30:00.000Z`,
    }));
  });
}

/** Threads about sections, stretches and nodes of a letter, some with replies, some resolved. */
export function threadsOf(content: LetterContent): WrittenThread[] {
  const comment = (index: number, text: string) => ({
    author: AUTHORS[index % AUTHORS.length] ?? '',
    at: '2026-11-20T10:00:00.000Z',
    text,
  });
  return content.sections.flatMap((section, index): WrittenThread[] => {
    const block = [...walkProse(section.body)].find((node) => isTextBlock(node) && node.content?.[0]?.type === 'text');
    const exhibit = [...walkProse(section.body)].find(({ type }) => type === 'figureTable' || type === 'figureChart');
    const note = [...walkProse(section.body)].find(({ type }) => type === 'footnote');
    const whole: WrittenThread = {
      sectionId: section.id,
      place: null,
      resolved: index % 2 === 0,
      comments: [comment(index, 'Is this section still needed?'), comment(index + 1, 'Yes: see the request.\nIt stays.')],
    };
    const about = (place: WrittenThread['place'], text: string): WrittenThread => ({
      sectionId: section.id,
      place,
      resolved: false,
      comments: [comment(index + 2, text)],
    });
    return [
      whole,
      ...(block
        ? [
            about(
              { blockId: String(block.attrs?.id), from: 0, to: Math.min(12, block.content?.[0]?.text?.length ?? 0) },
              'Say this shorter.',
            ),
          ]
        : []),
      ...(exhibit ? [about({ nodeId: String(exhibit.attrs?.nodeId) }, 'Which run is this of?')] : []),
      ...(note ? [about({ nodeId: String(note.attrs?.id) }, 'Cite the release.')] : []),
    ];
  });
}
