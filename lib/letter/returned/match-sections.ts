import { cleanLine } from '@/lib/core/clean-text';
import { diffSequences } from '../compare/diff-sequences';
import { longestRising } from '../compare/longest-rising';
import type { LetterSection } from '../letter-content';
import { isOpening, readingOrder } from '../numbering/number-letter';
import { plainTextOf } from '../schema/plain-text';
import type { ReturnedDocument, ReturnedSection } from './returned-document';

export interface MatchedSections {
  readonly pairs: readonly {
    readonly sent: LetterSection;
    readonly returned: ReturnedSection;
    readonly index: number;
    readonly moved: boolean;
  }[];
  readonly deleted: readonly LetterSection[];
  /** with the section before it, under which its words would go */
  readonly added: readonly { readonly returned: ReturnedSection; readonly after: LetterSection | null }[];
}

/** From this share of words in common on, two sections without a bookmark are versions of one. */
const LIKE = 0.5;

/** Which section of the file is which of the letter: by the bookmark, else by the title, else by most words in common. */
export function matchSections(sent: readonly LetterSection[], { sections }: ReturnedDocument): MatchedSections {
  const byId = new Map(sent.map((section) => [section.id, section]));
  const found = new Map<ReturnedSection, LetterSection>();
  const taken = new Set<LetterSection>();
  const pair = (returned: ReturnedSection, section: LetterSection | undefined) => {
    if (!section || taken.has(section) || found.has(returned)) return;
    found.set(returned, section);
    taken.add(section);
  };
  for (const returned of sections) if (returned.id !== null) pair(returned, byId.get(returned.id));
  for (const returned of sections) {
    const title = plainTitle(returned.titleBefore ?? returned.title);
    if (title !== '')
      pair(
        returned,
        sent.find((section) => !taken.has(section) && plainTitle(section.title) === title),
      );
  }
  const rest = () => sent.filter((section) => !taken.has(section));
  const likely = sections
    .filter((returned) => !found.has(returned))
    .flatMap((returned) =>
      rest().map((section) => ({ returned, section, like: likeness(plainTextOf(section.body), plainTextOf(returned.body)) })),
    )
    .filter(({ like }) => like >= LIKE)
    .sort((one, other) => other.like - one.like);
  for (const { returned, section } of likely) pair(returned, section);

  // as a file has them: the opening first, annexes last
  const inFile = [...sent.filter(isOpening), ...readingOrder(sent).filter((section) => !isOpening(section))];
  const order = new Map(inFile.map(({ id }, index) => [id, index]));
  const places = sections.flatMap((returned) => {
    const section = found.get(returned);
    return section ? [order.get(section.id) ?? 0] : [];
  });
  const stayed = new Set(longestRising(places).map((index) => places[index]));
  let before: LetterSection | null = null;
  const pairs: MatchedSections['pairs'][number][] = [];
  const added: MatchedSections['added'][number][] = [];
  for (const [index, returned] of sections.entries()) {
    const section = found.get(returned);
    if (section) {
      pairs.push({ sent: section, returned, index, moved: !stayed.has(order.get(section.id) ?? 0) });
      before = section;
    } else added.push({ returned, after: before });
  }
  return { pairs, deleted: rest(), added };
}

/** A title as it is compared: as a Word file holds it, without doubled spaces. */
export function plainTitle(title: string): string {
  return cleanLine(title).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The share of words that two texts have in common, in their order: 0 to 1. */
export function likeness(one: string, other: string): number {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  if (words.length + others.length === 0) return 1;
  const differing = diffSequences(words, others, 2000).reduce((sum, [from, to, nowFrom, nowTo]) => sum + to - from + nowTo - nowFrom, 0);
  return 1 - differing / (words.length + others.length);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
