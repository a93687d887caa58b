import { failure, type Result } from '@/lib/core/result';
import type { RunReport } from '@/lib/margin/report/run-report';
import { defaultFormat } from './default-format';
import type { FigureFormat, FigureValue } from './figure';
import { adequacyBesideSaving } from './resolve/beside-figures';
import { COUNT, type FigureRequest, number, type Resolved } from './resolve/figure-parts';
import { frameworkFigure } from './resolve/framework-figures';
import { impactFigure } from './resolve/impact-figures';
import { offsetFigure } from './resolve/offset-figures';
import { sensitivityFigure } from './resolve/sensitivity-figures';
import { classificationFigure, treasuryFigure } from './resolve/what-if-figures';

/** Who answers for the paths that begin with a word. */
const HEADS: Readonly<Record<string, (request: FigureRequest) => Resolved>> = {
  frameworks: frameworkFigure,
  impacts: impactFigure,
  adequacy: adequacyBesideSaving,
  offsets: offsetFigure,
  sensitivity: sensitivityFigure,
  classification: classificationFigure,
  'treasury-clearing': treasuryFigure,
};

/**
 * The value at a path of a report; `format` replaces the default for its amounts. The paths:
 *
 *     positions · frameworks (table) · frameworks/chart
 *     frameworks/<id>/{total,gross} · frameworks/<id>/largest-positions (table) · frameworks/<id>/<breakdown> (table) · …/<breakdown>/chart · …/<breakdown>/row/<key>
 *     frameworks/<id>/adequacy (table of tests) · …/adequacy/{exceedances,expected,worst-shortfall,worst-cover} ·
 *       …/adequacy/{by-counterparty,stress,procyclicality} (tables) · …/adequacy/losses (chart)
 *     impacts/<alternative>/{baseline,alternative,saving,saving-share} · …/bridge (chart) · …/bridge/table
 *     impacts/<alternative>/<breakdown> (table) · …/<breakdown>/row/<key> (the saving) · …/funding (saving in a year) · …/funding/table
 *     adequacy (table: saving beside adequacy) · adequacy/chart · offsets/<framework>/{regime,class} (shaded table)
 *     sensitivity/<framework>/<setting> (chart) · …/table · classification (table) · treasury-clearing (table)
 *
 * A breakdown is by-regime, by-class, by-counterparty, by-netting-set or by-group; ids and keys are URI-encoded. What the report must carry beside it
 * stands in `notice`. A path that the report does not have is a failure with a sentence.
 */
export function resolveFigure(report: RunReport, path: string, format: FigureFormat | null = null): Result<FigureValue, string> {
  const [head = '', ...segments] = segmentsOf(path);
  const found = head === 'positions' && segments.length === 0 ? number(String(report.portfolio.positions), format ?? COUNT) : null;
  if (found) return found;
  const resolver = Object.hasOwn(HEADS, head) ? HEADS[head] : undefined;
  const resolved = resolver?.({ report, segments, format, money: format ?? defaultFormat('money', report.currency) }) ?? null;
  if (resolved === null) return failure(`The run has nothing at “${path}”.`);
  if (!resolved.ok || report.notices.length === 0) return resolved;
  return { ok: true, value: { ...resolved.value, notice: report.notices.join(' ') } };
}

function segmentsOf(path: string): string[] {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return [];
  }
}
