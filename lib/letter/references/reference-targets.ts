import type { LetterContent, LetterSection } from '../letter-content';
import { captionOf, headingLevel, isOpening, type LetterNumbers, numberLetter, readingOrder } from '../numbering/number-letter';
import { plainTextOf } from '../schema/plain-text';
import type { ProseNode } from '../schema/prose-node';
import { hasContent, textAttribute, walkProse } from '../walk-prose';

export const TARGET_KINDS = ['section', 'heading', 'exhibit', 'question', 'footnote'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/**
 * A stretch of a reference's words. With `field` it is computed, in Word too: `full` a heading's number with those above it, `own` its number
 * alone, `words` the words there, `title` those of a caption, `note` a footnote's number, `page` a page.
 */
export interface ReferencePiece {
  readonly text: string;
  readonly field?: 'full' | 'own' | 'words' | 'title' | 'note' | 'page';
  /** Which target the field is of, as targetKey gives it. */
  readonly of?: string;
}

/** A place of the letter that may be referred to. */
export interface ReferenceTarget {
  readonly key: string;
  readonly kind: TargetKind;
  readonly id: string;
  readonly sectionId: string;
  /** "Section II.A"; null where it has no number, as the opening. */
  readonly number: readonly ReferencePiece[] | null;
  /** null where it has none, as a footnote. */
  readonly title: string | null;
}

export type ReferenceTargets = ReadonlyMap<string, ReferenceTarget>;

export function targetKey(kind: string, id: string): string {
  return `${kind}:${id}`;
}

/** Every place of the letter that may be referred to, by its key, in reading order, with its present number and title. */
export function referenceTargets(
  content: Pick<LetterContent, 'sections'>,
  numbers: LetterNumbers = numberLetter(content),
): ReferenceTargets {
  const targets = new Map<string, ReferenceTarget>();
  const put = (kind: TargetKind, id: string | null, target: Omit<ReferenceTarget, 'key' | 'kind' | 'id'>) => {
    if (id !== null && !targets.has(targetKey(kind, id)))
      targets.set(targetKey(kind, id), { key: targetKey(kind, id), kind, id, ...target });
  };
  const exhibits = new Map(numbers.exhibits.map((exhibit) => [exhibit.node, exhibit]));
  const headings = new Map(numbers.headings.map((heading) => [heading.node, heading]));
  let note = 0;
  for (const section of readingOrder(content.sections)) {
    const own = { sectionId: section.id, title: section.title };
    put('section', section.id, { ...own, number: sectionNumber(section, numbers) });
    if (section.question) {
      const label = bareLabel(section.question.label) || section.question.key;
      const { key } = section.question;
      put('question', key, { ...own, number: [{ text: label, field: 'words', of: targetKey('question', key) }] });
    }
    const path: string[] = [];
    for (const node of walkProse(section.body)) {
      const heading = headings.get(node);
      const exhibit = exhibits.get(node);
      if (heading) {
        path.length = headingLevel(node) - 1;
        path[headingLevel(node) - 1] = heading.number;
        const title = plainTextOf(node, { footnotes: false }).trim();
        put('heading', textAttribute(node, 'id'), { sectionId: section.id, number: headingNumber(section, node, path, numbers), title });
      }
      if (exhibit) {
        const id = textAttribute(node, 'nodeId');
        const number: ReferencePiece[] = [{ text: exhibit.label, field: 'words', of: targetKey('exhibit', id ?? '') }];
        put('exhibit', id, { sectionId: section.id, number, title: captionOf(node) });
      }
      if (node.type === 'footnote' && hasContent(node)) {
        note += 1;
        const id = textAttribute(node, 'id');
        const number: ReferencePiece[] = [{ text: 'note ' }, { text: String(note), field: 'note', of: targetKey('footnote', id ?? '') }];
        put('footnote', id, { sectionId: section.id, number, title: null });
      }
    }
  }
  return targets;
}

/** A label without the punctuation behind it: "Question 4." is "Question 4". */
export function bareLabel(label: string): string {
  return label.trim().replace(/[.:]$/, '');
}

function sectionNumber(section: LetterSection, numbers: LetterNumbers): readonly ReferencePiece[] | null {
  const number = numbers.sections.get(section.id) ?? null;
  if (number === null) return null;
  const of = targetKey('section', section.id);
  if (section.kind === 'annex') return [{ text: number, field: 'own', of }];
  return [{ text: 'Section ' }, { text: withoutStop(number), field: 'full', of }];
}

function headingNumber(
  section: LetterSection,
  node: ProseNode,
  path: readonly string[],
  numbers: LetterNumbers,
): readonly ReferencePiece[] | null {
  const number = numbers.sections.get(section.id) ?? null;
  if (number === null || isOpening(section)) return null;
  const of = targetKey('heading', textAttribute(node, 'id') ?? '');
  if (section.kind === 'annex') {
    const annex: ReferencePiece = { text: number, field: 'own', of: targetKey('section', section.id) };
    return [{ text: 'Section ' }, { text: path.at(-1) ?? '', field: 'own', of }, { text: ' of ' }, annex];
  }
  const full = [number, ...path]
    .filter((part) => part !== undefined && part !== '')
    .map(withoutStop)
    .join('.');
  return [{ text: 'Section ' }, { text: full, field: 'full', of }];
}

function withoutStop(number: string): string {
  return number.replace(/\.$/, '');
}
