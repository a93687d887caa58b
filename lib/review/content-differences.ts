import { citedText } from '@/lib/letter/citations/cited-runs';
import type { Source } from '@/lib/letter/citations/source';
import { longForm } from '@/lib/letter/citations/source-words';
import type { Change } from '@/lib/letter/compare/change';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { describeChange } from '@/lib/letter/compare/describe-change';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { type FigureDifference, figureDifferences } from './figure-differences';
import type { SignedContent } from './signed-content';

/** A change in words: what was done, what went and what came; texts may be empty. */
export interface ChangeLine {
  readonly verb: string;
  readonly deleted: string;
  readonly inserted: string;
  readonly where: string;
}

/** Everything that differs between two contents of a section. */
export interface ContentDifferences {
  /** title, coverage, question and what is cited, as before and after */
  readonly heads: readonly ChangeLine[];
  readonly figures: readonly FigureDifference[];
  readonly changes: readonly Change[];
  /** the same as `changes` in words, but for what `figures` says */
  readonly lines: readonly ChangeLine[];
}

export function contentDifferences(before: SignedContent, after: SignedContent): ContentDifferences {
  const changes = compareBodies(before.body, after.body);
  const named = { ...before.figures, ...after.figures };
  const words = { figureText: (node: ProseNode) => named[`${node.attrs?.figureId}@${node.attrs?.runId}`]?.name ?? 'figure' };
  return {
    heads: headsOf(before, after),
    figures: figureDifferences(before, after),
    changes,
    lines: changes.filter((change) => !isOnlyFigureRun(change)).map((change) => describeChange(change, words)),
  };
}

/** Another run or format of the same figure is said once, among the figures. */
function isOnlyFigureRun(change: Change): boolean {
  return change.kind === 'node' && change.before.type === change.after.type && change.before.type.startsWith('figure');
}

function headsOf(before: SignedContent, after: SignedContent): ChangeLine[] {
  const lines: ChangeLine[] = [];
  const add = (where: string, deleted: string, inserted: string) => {
    if (deleted !== inserted) lines.push({ verb: 'changed', where, deleted, inserted });
  };
  add('the title', before.title, after.title);
  add('how far the question is answered', before.coverage, after.coverage);
  add('the question', asked(before), asked(after));
  for (const [id, source] of Object.entries(after.sources ?? {})) {
    const was = before.sources?.[id];
    if (was) add('a cited source', cited(was), cited(source));
  }
  return lines;
}

function cited(source: Source): string {
  const { shortName } = source.fields;
  return `${citedText({ form: 'long', runs: longForm(source) })}${shortName ? ` (“${shortName}”)` : ''}`;
}

function asked({ question }: SignedContent): string {
  if (!question) return '';
  return [`${question.label}: ${question.text}`, ...question.parts.map(({ label, text }) => `${label} ${text}`)].join(' ');
}
