import type { AnnexRun } from './annex-input';
import { annexWorkbook } from './annex-workbook';

export interface HeldBack {
  /** figures that are redacted everywhere: the runs behind them */
  readonly runIds: readonly string[];
  /** the words of each part that is redacted */
  readonly texts: readonly string[];
  /** everything that stands open in the public letter */
  readonly openText: string;
}

/**
 * The runs that a public workbook may show. A run goes where a figure of it, or of the same analysis or portfolio, is redacted, because its
 * sheets would tell the figure; and where anything that it shows has words, names or numbers of a redacted part that stand open nowhere.
 */
export function shownRuns(runs: readonly AnnexRun[], held: HeldBack): readonly AnnexRun[] {
  const hidden = runs.filter(({ runId }) => held.runIds.includes(runId));
  const analyses = new Set(hidden.map(({ analysis }) => analysis));
  const portfolios = new Set(hidden.map(({ report }) => report.portfolio.contentHash));
  const needles = needlesOf(held);
  return runs.filter((run) => {
    if (analyses.has(run.analysis) || portfolios.has(run.report.portfolio.contentHash)) return false;
    if (needles.length === 0) return true;
    const shown = wordsShown(run);
    return !needles.some((needle) => shown.includes(needle));
  });
}

/** Whole parts, and of their words those with a capital, a digit or more than seven letters, as far as they stand open nowhere. */
function needlesOf({ texts, openText }: HeldBack): readonly string[] {
  const open = plain(openText);
  const words = texts.flatMap((text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}.,'’/&-]*[\p{L}\p{N}]/gu) ?? []);
  const telling = words.filter((word) => word.length >= 4 && (/[\p{Lu}\p{N}]/u.test(word) || word.length > 7));
  return [...new Set([...texts.filter((text) => text.trim().length >= 4), ...telling].map(plain))].filter(
    (needle) => !open.includes(needle),
  );
}

function wordsShown(run: AnnexRun): string {
  const { sheets } = annexWorkbook({ letter: null, notes: [], runs: [run], figures: [] });
  const cells = sheets.flatMap(({ rows }) => rows.flat());
  return plain(cells.map((cell) => (cell === null ? '' : cell.kind === 'text' ? cell.text : cell.value)).join(' \n '));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(',', '').replace(/\s+/g, ' ').trim();
}
