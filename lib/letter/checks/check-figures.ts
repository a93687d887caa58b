import { boundFigures, figureKey } from '../figures/collect-figures';
import type { FigureState } from '../figures/figure';
import type { FigureEntry } from '../figures/figure-entry';
import { figureState } from '../figures/figure-state';
import type { LetterContent } from '../letter-content';
import type { LetterFinding } from './letter-finding';

/** Figures in the text that are withdrawn, of an older run or source, that leave something out, or for which the letter holds no value. */
export function checkFigures(content: LetterContent, entries: readonly FigureEntry[]): readonly LetterFinding[] {
  const byId = new Map(entries.map((entry) => [entry.figureId, entry]));
  const titles = new Map(content.sections.map((section) => [section.id, section.title]));
  return boundFigures(content.sections).flatMap((bound): LetterFinding[] => {
    const label = titles.get(bound.sectionId) ?? '';
    const place = { sectionId: bound.sectionId, nodeId: bound.nodeId, label };
    const entry = byId.get(bound.figureId);
    const name = entry?.name ?? content.figures[figureKey(bound)]?.name ?? 'A figure';
    const figure = content.figures[figureKey(bound)];
    if (figure === undefined) {
      return [{ severity: 'error', code: 'figure-without-value', message: `${name} in "${label}" has no published value.`, place }];
    }
    const state: FigureState = entry === undefined ? 'withdrawn' : figureState(entry, bound.runId);
    const finding = FINDINGS[state];
    const { note } = figure.value;
    return [
      ...(finding === null
        ? []
        : [{ severity: finding.severity, code: finding.code, message: `${name} in "${label}" ${finding.says}.`, place }]),
      ...(note ? [{ severity: 'warning' as const, code: 'figure-noted', message: `${name} in "${label}": ${note}`, place }] : []),
    ];
  });
}

const FINDINGS: Readonly<Record<FigureState, { severity: 'error' | 'warning'; code: string; says: string } | null>> = {
  current: null,
  'newer-run': { severity: 'warning', code: 'figure-newer-run', says: 'is of an older run: a newer one exists' },
  'source-changed': { severity: 'error', code: 'figure-source-changed', says: 'rests on a portfolio or analysis that has changed since' },
  withdrawn: { severity: 'error', code: 'figure-withdrawn', says: 'was withdrawn' },
};
