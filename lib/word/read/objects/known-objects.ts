import { figureKey, formatAttribute } from '@/lib/letter/figures/collect-figures';
import type { ResolvedFigure } from '@/lib/letter/figures/figure';
import type { LetterContent, LetterSection } from '@/lib/letter/letter-content';
import { isOpening, readingOrder } from '@/lib/letter/numbering/number-letter';
import { asWordHolds } from '@/lib/letter/returned/as-word-holds';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { formerName } from '@/lib/letter/tracked/former-names';
import { textAttribute, walkProse } from '@/lib/letter/walk-prose';
import { figureBookmark, figureTag, hexId } from '../../figure-tag';
import { actionHash, uuidOf } from '../../object-names';

/** A figure, citation or reference of the known letter, with the names under which a file of it holds it. */
export interface KnownObject {
  readonly node: ProseNode;
  readonly sectionId: string;
  readonly figure: ResolvedFigure | null;
  /** `Fig` and 32 digits, of a figure */
  readonly prefix: string | null;
  /** the hash in its tag, of a figure that is published */
  readonly hash: string | null;
  /** its place among the letter's figures, as the writer counts them */
  readonly ordinal: number;
  /** as bookmarks name it: of a citation or reference the node, of an action the hash of its key */
  readonly name: string | null;
  /** as a redline names a citation or reference that goes because it reads otherwise now */
  readonly formerName: string | null;
}

const FIGURES: ReadonlySet<string> = new Set(['figureNumber', 'figureTable', 'figureChart']);

/** What a letter binds, in the order in which its file shows it. */
export function knownObjects(letter: LetterContent | null): readonly KnownObject[] {
  const found: KnownObject[] = [];
  let ordinal = 0;
  for (const section of writtenOrder(letter?.sections ?? [])) {
    // what no file holds, as cells beyond Word's columns, is not there to be found
    for (const node of walkProse(asWordHolds(section.body))) {
      if (FIGURES.has(node.type)) {
        ordinal += 1;
        found.push({ ...figureNames(node, letter), node, sectionId: section.id, ordinal, name: null, formerName: null });
      } else if (OTHERS.has(node.type)) {
        found.push({ node, sectionId: section.id, figure: null, prefix: null, hash: null, ordinal: 0, ...otherNames(node) });
      }
    }
  }
  return found;
}

/** The opening stands before all else, the annexes behind. */
function writtenOrder(sections: readonly LetterSection[]): readonly LetterSection[] {
  const order = readingOrder(sections);
  return [...order.filter(isOpening), ...order.filter((section) => !isOpening(section))];
}

const OTHERS: ReadonlySet<string> = new Set(['citation', 'crossReference', 'actionCitation']);

function figureNames(node: ProseNode, letter: LetterContent | null): Pick<KnownObject, 'figure' | 'prefix' | 'hash'> {
  const binding = { figureId: textAttribute(node, 'figureId') ?? '', runId: textAttribute(node, 'runId') ?? '' };
  const figure = letter?.figures[figureKey(binding)] ?? null;
  const format = node.type === 'figureNumber' ? formatAttribute(node) : null;
  return {
    figure,
    prefix: figureBookmark(binding, 0).replace(/_0$/, ''),
    hash: figure ? (figureTag(figure, format).split(':').at(-1) ?? null) : null,
  };
}

function otherNames(node: ProseNode): Pick<KnownObject, 'name' | 'formerName'> {
  if (node.type === 'actionCitation') return { name: actionHash(textAttribute(node, 'actionKey') ?? ''), formerName: null };
  const nodeId = textAttribute(node, 'nodeId');
  if (nodeId === null) return { name: null, formerName: null };
  return { name: uuidOf(hexId(nodeId)), formerName: uuidOf(hexId(formerName(nodeId))) };
}
