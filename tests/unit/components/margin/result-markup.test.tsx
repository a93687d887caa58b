import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AdequacyTests } from '@/components/margin/adequacy-tests';
import { FigurePreview } from '@/components/margin/figure-preview';
import { HeatMap } from '@/components/margin/heat-map';
import { RunHeadline } from '@/components/margin/run-headline';
import { SavingBesideAdequacy } from '@/components/margin/saving-beside-adequacy';
import { publishableFigures } from '@/lib/letter/figures/publishable-figures';
import { resolveFigure } from '@/lib/letter/figures/resolve-figure';
import { detailedReport } from '@/tests/support/detailed-report';
import { runReport } from '@/tests/support/run-report';

const report = detailedReport();
const headline = (of: typeof report) =>
  renderToStaticMarkup(
    <RunHeadline
      impact={of.impacts[0]!}
      baseline={of.frameworks[0]}
      alternative={of.frameworks[1]}
      currency={of.currency}
      withoutAdequacy={<p>Load P&amp;L</p>}
    />,
  );
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the headline of a run', () => {
  it('says exceedances, what was expected and the worst shortfall as large as the requirement', () => {
    const large = [...headline(report).matchAll(/text-2xl[^>]*>(.*?)<\/span>(?=<span|<\/td>)/g)].map((match) => textOf(match[1]!).trim());
    expect(large).toEqual(['100.0', '80.1', '19.9', '1', '4', '+3', '29.1', '53.1', '24.0']);
    expect(textOf(headline(report))).toContain('2.5 expected');
  });

  it('has in the same place what is to be done where adequacy was not computed', () => {
    expect(textOf(headline(runReport()))).toMatch(/Adequacy would it have been enough\? Load P&amp;L/);
    expect(headline(runReport())).not.toContain('Losses above it');
  });

  it('never shows an uneven saving without saying so', () => {
    expect(textOf(headline(report))).toContain('not of like with like');
    const even = detailedReport({ impacts: [{ ...report.impacts[0]!, onlyInBaseline: [] }] });
    expect(textOf(headline(even))).not.toContain('like with like');
  });
});

describe('saving beside adequacy', () => {
  it('names what is incomplete in the row of its framework', () => {
    const rows = renderToStaticMarkup(<SavingBesideAdequacy report={report} />).split('<tr');
    expect(rows.filter((row) => row.includes('Incomplete')).map((row) => textOf(row).includes('One account'))).toEqual([true]);
  });
});

describe('the heat map', () => {
  const matrix = report.offsetMatrices[0]!;
  const markup = renderToStaticMarkup(<HeatMap matrix={matrix} name="One account" currency="USD" />);

  it('is a grid whose cells say their amounts, one of them reachable by Tab', () => {
    expect(markup).toContain('role="grid"');
    expect([...markup.matchAll(/tabindex="0"/g)]).toHaveLength(1);
    expect([...markup.matchAll(/data-cell="[^"]*"/g)]).toHaveLength(6);
    expect(markup).toMatch(/data-cell="0-3"[^>]*bg-heat-m1/);
    expect(textOf(markup)).toContain('(0.3)');
  });

  it('heads every column and row', () => {
    expect([...markup.matchAll(/scope="col"/g)]).toHaveLength(5);
    expect([...markup.matchAll(/scope="row"/g)]).toHaveLength(4);
  });
});

describe('a test that could not be made', () => {
  it('has its reason in place of a p-value', () => {
    const row = { ...report.frameworks[0]!.adequacy!.rows[0]!, kupiec: null, testNote: 'Scenarios have no order.' };
    expect(textOf(renderToStaticMarkup(<AdequacyTests row={row} />))).toContain('Scenarios have no order.');
  });
});

describe('every figure that can be published', () => {
  it('is drawn without inline styles, which the pages’ policy forbids', () => {
    for (const { path, name, format } of publishableFigures(report)) {
      const found = resolveFigure(report, path, format);
      if (!found.ok) throw new Error(path);
      const markup = renderToStaticMarkup(<FigurePreview name={name} value={found.value} />);
      expect([path, markup.includes(' style=')]).toEqual([path, false]);
      expect([path, /NaN|Infinity|undefined/.test(markup)]).toEqual([path, false]);
    }
  });
});
