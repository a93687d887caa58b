import { describe, expect, it } from 'vitest';
import { publishableFigures } from '@/lib/letter/figures/publishable-figures';
import { resolveFigure } from '@/lib/letter/figures/resolve-figure';
import type { RunReport } from '@/lib/margin/report/run-report';
import { storedReport } from '@/lib/margin/report/stored-report';
import { detailedReport } from '@/tests/support/detailed-report';
import { runReport } from '@/tests/support/run-report';

/** A report as the first version kept it. */
function early(): unknown {
  const { offsetMatrices: _a, sensitivities: _b, classificationWhatIf: _c, treasuryClearing: _d, notices: _e, ...report } = runReport();
  return {
    ...report,
    frameworks: report.frameworks.map(
      ({ byNettingSet: _f, byPositionGroup: _g, largestPositions: _h, adequacy: _i, ...framework }) => framework,
    ),
    impacts: report.impacts.map(({ byNettingSet: _j, byPositionGroup: _k, funding: _l, ...impact }) => impact),
  };
}

describe('a report of an earlier version', () => {
  it('reads as one that was asked for no details', () => {
    expect(storedReport(early())).toEqual(runReport());
  });

  it('still gives every figure that it gave', () => {
    const report = storedReport(early()) as RunReport;
    const offered = publishableFigures(report);
    expect(offered.length).toBeGreaterThan(10);
    for (const { path, kind, format } of offered) {
      const found = resolveFigure(report, path, format);
      expect([path, found.ok && found.value.kind]).toEqual([path, kind]);
    }
  });
});

describe('a report of today', () => {
  it('is as it was kept', () => {
    expect(storedReport(detailedReport())).toEqual(detailedReport());
  });

  it('is nothing where there is none', () => {
    expect(storedReport(null)).toBeNull();
  });
});
