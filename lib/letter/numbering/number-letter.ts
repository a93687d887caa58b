import type { LetterContent, LetterSection } from '../letter-content';
import type { ProseNode } from '../schema/prose-node';
import { hasContent, textAttribute, walkProse } from '../walk-prose';
import { letterNumeral, romanNumeral } from './ordinals';

/** A heading inside a section: its number as printed ("A.", "1.") and its text's node. */
export interface NumberedHeading {
  readonly sectionId: string;
  readonly number: string;
  readonly node: ProseNode;
}

/** A captioned table or chart; tables and charts are counted apart, through the whole letter. */
export interface NumberedExhibit {
  readonly sectionId: string;
  readonly kind: 'table' | 'chart';
  readonly number: number;
  /** "Table 2", "Chart 1" */
  readonly label: string;
  readonly node: ProseNode;
}

export interface LetterNumbers {
  /** Section id to its printed number: "III." or "Annex A"; null for the opening, which has no heading. */
  readonly sections: ReadonlyMap<string, string | null>;
  readonly headings: readonly NumberedHeading[];
  readonly exhibits: readonly NumberedExhibit[];
  /** Section id to the number of its first footnote and how many it has. */
  readonly footnotes: ReadonlyMap<string, { readonly first: number; readonly count: number }>;
  /** Question key to the section that answers it first. */
  readonly questions: ReadonlyMap<string, string>;
}

/**
 * Every number of the letter, computed from its order as the Word file numbers it: sections I., II., their headings A., 1., a.; annexes
 * after all other sections; tables, charts and footnotes through the letter. Nothing of it is ever stored or typed.
 */
export function numberLetter(content: Pick<LetterContent, 'sections'>): LetterNumbers {
  const sections = new Map<string, string | null>();
  const headings: NumberedHeading[] = [];
  const exhibits: NumberedExhibit[] = [];
  const footnotes = new Map<string, { first: number; count: number }>();
  const questions = new Map<string, string>();
  let bodies = 0;
  let annexes = 0;
  let notes = 0;
  const counts = { table: 0, chart: 0 };
  for (const section of readingOrder(content.sections)) {
    if (section.kind === 'annex') sections.set(section.id, `Annex ${letterNumeral(++annexes)}`);
    else sections.set(section.id, isOpening(section) ? null : `${romanNumeral(++bodies)}.`);
    if (section.question !== null && !questions.has(section.question.key)) questions.set(section.question.key, section.id);
    const first = notes + 1;
    headings.push(...headingsOf(section));
    for (const node of walkProse(section.body)) {
      if (node.type === 'footnote' && hasContent(node)) notes += 1;
      if (node.type === 'figureTable' || node.type === 'figureChart') {
        const kind = node.type === 'figureTable' ? 'table' : 'chart';
        const number = ++counts[kind];
        exhibits.push({ sectionId: section.id, kind, number, label: `${kind === 'table' ? 'Table' : 'Chart'} ${number}`, node });
      }
    }
    footnotes.set(section.id, { first, count: notes - first + 1 });
  }
  return { sections, headings, exhibits, footnotes, questions };
}

/** The sections in the order in which the letter prints them: annexes stand after the signatures, whatever their place in the list. */
export function readingOrder<S extends Pick<LetterSection, 'kind'>>(sections: readonly S[]): readonly S[] {
  return [...sections.filter((section) => section.kind !== 'annex'), ...sections.filter((section) => section.kind === 'annex')];
}

/** The introduction is the letter's opening: it follows the salutation without a heading of its own. */
export function isOpening(section: LetterSection): boolean {
  return section.kind === 'introduction';
}

function headingsOf(section: LetterSection): NumberedHeading[] {
  const counters = [0, 0, 0];
  const found: NumberedHeading[] = [];
  for (const node of walkProse(section.body)) {
    if (node.type !== 'heading' || !hasContent(node)) continue;
    const level = headingLevel(node);
    counters[level - 1] = (counters[level - 1] ?? 0) + 1;
    counters.fill(0, level);
    found.push({ sectionId: section.id, number: numberAt(section, counters, level), node });
  }
  return found;
}

function numberAt(section: LetterSection, counters: readonly number[], level: number): string {
  const own = counters[level - 1] ?? 1;
  if (isOpening(section)) return '';
  if (section.kind === 'annex') return counters.slice(0, level).join('.');
  if (level === 1) return `${letterNumeral(own)}.`;
  return level === 2 ? `${own}.` : `${letterNumeral(own).toLowerCase()}.`;
}

/** 1 to 3; what is out of range counts as the nearest. */
export function headingLevel(node: ProseNode): 1 | 2 | 3 {
  const level = node.attrs?.level;
  if (level === 2) return 2;
  return typeof level === 'number' && level >= 3 ? 3 : 1;
}

/** The caption of a table or chart as somebody wrote it; null where none is written. */
export function captionOf(node: ProseNode): string | null {
  return textAttribute(node, 'caption');
}
