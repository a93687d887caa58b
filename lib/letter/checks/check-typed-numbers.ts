import { Decimal, parseDecimal } from '@/lib/core/decimal';
import { nodeName } from '../compare/node-name';
import type { FigureFormat } from '../figures/figure';
import type { FigureEntry } from '../figures/figure-entry';
import { formatFigure } from '../figures/format-figure';
import type { LetterContent } from '../letter-content';
import { plainTextOf } from '../schema/plain-text';
import type { ProseNode } from '../schema/prose-node';
import { textAttribute, walkProse } from '../walk-prose';
import type { LetterFinding } from './letter-finding';
import { type TypedNumber, typedNumbers } from './typed-numbers';

/** A published number as typed ones are held against it. */
interface KnownNumber {
  readonly figureId: string;
  readonly name: string;
  readonly value: Decimal;
  readonly format: FigureFormat;
  /** the words of its name that mean something, in small letters */
  readonly words: readonly string[];
}

/** Digits that no chance brings about: a number of so many is taken for the figure that it equals. */
const SURE_DIGITS = 3;
/** How near a number is to a figure that it seems to mean. */
const NEAR = new Decimal('0.1');

/**
 * Numbers typed by hand that should be a bound figure: those that a published number reads as when it is rounded, and those in a sentence about a
 * figure that come near it and say something else. A number of one or two digits counts only in a sentence about the figure; "at least
 * $65 million" contradicts nothing.
 */
export function checkTypedNumbers(content: LetterContent, entries: readonly FigureEntry[]): readonly LetterFinding[] {
  const known = entries.flatMap(knownNumber);
  if (known.length === 0) return [];
  return content.sections.flatMap(({ id, title, body }) =>
    textBlocks(body).flatMap((block) => {
      const bound = [...walkProse(block)].flatMap((node) => textAttribute(node, 'figureId') ?? []);
      const text = plainTextOf(block, { footnotes: false, atomText: () => ATOM });
      return typedNumbers(text).flatMap((typed): LetterFinding[] => {
        const sentence = sentenceAt(text, typed.at);
        const place = { sectionId: id, nodeId: nodeName(block), label: title };
        const equal = known.find((figure) => equals(typed, figure) && (typed.digits >= SURE_DIGITS || isAbout(sentence, figure)));
        if (equal) {
          const message = `“${typed.text}” in “${title}” is typed by hand and equals the figure ${equal.name}. Link it, so that it is kept up to date.`;
          return [{ severity: 'warning', code: 'typed-number-equal', message, place }];
        }
        if (isBound(text, typed)) return [];
        const other = known.find((figure) => contradicts(typed, figure) && isAbout(sentence, figure) && !bound.includes(figure.figureId));
        if (!other) return [];
        const message = `“${typed.text}” in “${title}” is typed by hand, and the figure ${other.name} is ${formatFigure(other.value, other.format)}.`;
        return [{ severity: 'warning', code: 'typed-number-contradicts', message, place }];
      });
    }),
  );
}

/** The newest publication of a number that stands. */
function knownNumber(entry: FigureEntry): KnownNumber[] {
  if (entry.withdrawn !== null) return [];
  const standing = entry.publications.filter(({ withdrawn }) => typeof withdrawn !== 'string');
  const newest = standing.reduce<(typeof standing)[number] | null>(
    (best, each) => (best === null || each.runNumber > best.runNumber ? each : best),
    null,
  );
  if (newest?.value.kind !== 'number') return [];
  const value = parseDecimal(newest.value.value);
  if (value === null || value.isZero()) return [];
  return [{ figureId: entry.figureId, name: entry.name, value, format: newest.value.format, words: wordsOf(entry.name) }];
}

function isAlike(typed: TypedNumber, { format }: KnownNumber): boolean {
  if (typed.kind !== format.style) return false;
  return typed.kind !== 'money' || typed.currency === (format.currency ?? typed.currency);
}

/** Whether the figure reads so when it is rounded to the number's last digit, or to one before its trailing zeros. */
function equals(typed: TypedNumber, figure: KnownNumber): boolean {
  if (!isAlike(typed, figure)) return false;
  for (let step = typed.step; step.lte(typed.coarsestStep); step = step.times(10)) {
    const rounded = figure.value.abs().div(step).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(step);
    if (!rounded.isZero() && rounded.eq(typed.value.abs())) return true;
  }
  return false;
}

function contradicts(typed: TypedNumber, figure: KnownNumber): boolean {
  if (!isAlike(typed, figure) || typed.digits < 2) return false;
  const apart = typed.value.abs().minus(figure.value.abs()).abs();
  return apart.lte(figure.value.abs().times(NEAR));
}

/** "at least", "more than" and their like say a bound, not an amount. */
const BOUND =
  /\b(?:at least|at most|more than|less than|over|under|above|below|up to|exceeds?|exceeding|nearly|almost|between|and|to)\s*$/i;

function isBound(text: string, { at }: TypedNumber): boolean {
  return BOUND.test(text.slice(Math.max(0, at - 16), at));
}

/** Whether a sentence speaks of a figure: every word of its name that means something, or two of them. */
function isAbout(sentence: string, { words }: KnownNumber): boolean {
  const said = new Set(wordsOf(sentence));
  const shared = words.filter((word) => said.has(word)).length;
  return words.length > 0 && shared >= Math.min(2, words.length);
}

const EMPTY = new Set([
  'with',
  'from',
  'that',
  'this',
  'under',
  'over',
  'into',
  'than',
  'their',
  'each',
  'total',
  'amount',
  'percent',
  'million',
  'billion',
]);

/** Words of four letters and more, without the endings by which the same word differs. */
function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return [...new Set(words.filter((word) => !EMPTY.has(word)).map((word) => word.replace(/(?:ings?|ed|es|s|e)$/, '')))];
}

function sentenceAt(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at), text.lastIndexOf('; ', at));
  const ends = [text.indexOf('. ', at), text.indexOf('\n', at), text.indexOf('; ', at)].filter((end) => end >= 0);
  return text.slice(start + 1, ends.length > 0 ? Math.min(...ends) : text.length);
}

/** Stands for a figure or citation, so that digits beside one are not read together with it. */
const ATOM = '\ufffc';

const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading']);

function textBlocks(body: ProseNode): readonly ProseNode[] {
  return [...walkProse(body)].filter(({ type }) => TEXT_BLOCKS.has(type));
}
