import type { LetterContent } from '../letter-content';
import { readingOrder } from '../numbering/number-letter';
import type { ProseNode } from '../schema/prose-node';
import { textAttribute } from '../walk-prose';

/** Where words stand: the block and the section around them. */
export interface TermPlace {
  readonly sectionId: string;
  readonly blockId: string | null;
  readonly inFootnote: boolean;
}

export type TermProblem = 'used-before-defined' | 'defined-twice' | 'never-used';

export interface LetterTerm {
  readonly term: string;
  /** in reading order; the first counts */
  readonly definitions: readonly TermPlace[];
  /** elsewhere, plurals and possessives included */
  readonly uses: readonly TermPlace[];
  readonly problems: readonly TermProblem[];
}

export interface LetterTerms {
  /** by name */
  readonly terms: readonly LetterTerm[];
  /** Phrases of capitalised words that are used more than once and defined nowhere: names of things mostly, so they are a hint and no more. */
  readonly phrases: readonly { readonly phrase: string; readonly places: readonly TermPlace[] }[];
}

/** The defined terms of a letter: where they are defined and used, and what is wrong with that. */
export function letterTerms({ sections }: Pick<LetterContent, 'sections'>): LetterTerms {
  const lines = readingOrder(sections).flatMap((section) => linesOf(section.body, section.id));
  const names = new Set(lines.flatMap(({ definitions }) => definitions.map(({ term }) => term)));
  const found = new Map([...names].map((term) => [term, { definitions: [] as TermPlace[], uses: [] as TermPlace[], early: false }]));
  const phrases = new Map<string, TermPlace[]>();
  const pattern = usesOf(names);
  for (const { text, place, definitions, heading } of lines) {
    const places = [...definitions.map(({ term, from }) => ({ term, from, defines: true }))];
    const free = blanked(text, definitions);
    let rest = free;
    for (const match of pattern === null ? [] : free.matchAll(pattern)) {
      places.push({ term: match[1] as string, from: match.index, defines: false });
      rest = blank(rest, match.index, match.index + match[0].length);
    }
    for (const { term, defines } of places.sort((one, other) => one.from - other.from)) {
      const entry = found.get(term);
      if (!entry) continue;
      if (defines) entry.definitions.push(place);
      else {
        entry.uses.push(place);
        if (entry.definitions.length === 0) entry.early = true;
      }
    }
    if (heading) continue;
    for (const phrase of capitalisedIn(rest)) phrases.set(phrase, [...(phrases.get(phrase) ?? []), place]);
  }
  return {
    terms: [...found]
      .map(([term, { definitions, uses, early }]): LetterTerm => {
        const problems: TermProblem[] = [
          ...(early ? (['used-before-defined'] as const) : []),
          ...(definitions.length > 1 ? (['defined-twice'] as const) : []),
          ...(uses.length === 0 ? (['never-used'] as const) : []),
        ];
        return { term, definitions, uses, problems };
      })
      .sort((one, other) => (one.term < other.term ? -1 : 1)),
    phrases: [...phrases].filter(([, places]) => places.length > 1).map(([phrase, places]) => ({ phrase, places })),
  };
}

interface Line {
  readonly text: string;
  readonly place: TermPlace;
  readonly heading: boolean;
  readonly definitions: readonly { readonly term: string; readonly from: number; readonly to: number }[];
}

/** The text blocks in reading order, a footnote's behind the block that its mark stands in. */
function linesOf(node: ProseNode, sectionId: string, inFootnote = false): Line[] {
  if (node.type !== 'paragraph' && node.type !== 'heading')
    return (node.content ?? []).flatMap((child) => linesOf(child, sectionId, inFootnote));
  let text = '';
  const notes: Line[] = [];
  const definitions: { term: string; from: number; to: number }[] = [];
  for (const child of node.content ?? []) {
    const words = child.type === 'text' ? (child.text ?? '') : '\ufffc';
    const last = definitions.at(-1);
    if (child.marks?.some(({ type }) => type === 'definedTerm')) {
      if (last?.to === text.length) Object.assign(last, { term: last.term + words, to: last.to + words.length });
      else definitions.push({ term: words, from: text.length, to: text.length + words.length });
    }
    text += words;
    if (child.type === 'footnote') notes.push(...linesOf({ type: 'doc', content: child.content ?? [] }, sectionId, true));
  }
  const place = { sectionId, blockId: textAttribute(node, 'id'), inFootnote };
  const named = definitions.map((own) => ({ ...own, term: bareTerm(own.term) })).filter(({ term }) => term !== '');
  return [{ text, place, heading: node.type === 'heading', definitions: named }, ...notes];
}

/** A term without the quotation marks and spaces that were marked with it. */
function bareTerm(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/^[\s"\u201c\u201d'\u2018]+|[\s"\u201c\u201d'\u2019,.;:]+$/g, '');
}

/** Any of the terms as a whole word, the longest first; plural and possessive are uses too. */
function usesOf(names: ReadonlySet<string>): RegExp | null {
  if (names.size === 0) return null;
  const words = [...names]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})(?:s|es|['\u2019]s?|s['\u2019])?(?![\\p{L}\\p{N}])`, 'gu');
}

function blanked(text: string, ranges: readonly { readonly from: number; readonly to: number }[]): string {
  return ranges.reduce((rest, { from, to }) => blank(rest, from, to), text);
}

function blank(text: string, from: number, to: number): string {
  return `${text.slice(0, from)}${'\ufffc'.repeat(to - from)}${text.slice(to)}`;
}

const CAPITALISED = /\p{Lu}[\p{Ll}\p{N}]+(?:[ -]\p{Lu}[\p{Ll}\p{N}]+)+/gu;

/** Phrases of two capitalised words or more; the word that a sentence begins with tells nothing. */
function capitalisedIn(text: string): readonly string[] {
  return [...text.matchAll(CAPITALISED)].flatMap(([phrase = ''], index, all) => {
    const at = all[index]?.index ?? 0;
    const begins = /(^|[.?!:;"\u201c(]\s*)$/.test(text.slice(0, at));
    const words = begins ? phrase.replace(/^\S+?[ -]/, '') : phrase;
    return /[ -]/.test(words) ? [words] : [];
  });
}
