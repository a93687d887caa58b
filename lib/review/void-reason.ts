import { type ChangeLine, contentDifferences } from './content-differences';
import type { FigureDifference } from './figure-differences';
import type { SignedContent } from './signed-content';

/** Why a signature fell: what is not as it was when it was given. */
export interface VoidReason {
  /** one sentence of counts, with nothing of the text: it may leave by e-mail */
  readonly summary: string;
  /** the first of them in words: title, coverage and question, then the text */
  readonly lines: readonly ChangeLine[];
  /** how many there are, shown or not */
  readonly total: number;
  readonly figures: readonly FigureDifference[];
  /** names of those who changed it, where that is known */
  readonly by: readonly string[];
}

const SHOWN = 8;

/** Compares what was signed with what stands now. */
export function voidReason(signed: SignedContent, now: SignedContent, by: readonly string[]): VoidReason {
  const { heads, lines, figures } = contentDifferences(signed, now);
  const told = [...heads, ...lines];
  const withdrawn = figures.filter(({ kind }) => kind === 'withdrawn').length;
  const counts = [
    ...heads.map(({ where }) => `${where} changed`),
    count(lines.length, 'change in the text', 'changes in the text'),
    count(withdrawn, 'figure withdrawn', 'figures withdrawn'),
    count(figures.length - withdrawn, 'figure changed', 'figures changed'),
  ].filter((part) => part !== '');
  return {
    summary: counts.length === 0 ? 'the content is not as it was signed' : counts.join(', '),
    lines: told.slice(0, SHOWN),
    total: told.length,
    figures,
    by,
  };
}

function count(number: number, one: string, many: string): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`;
}
