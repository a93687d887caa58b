import { Decimal } from '@/lib/core/decimal';
import { failure, success } from '@/lib/core/result';
import type { AdequacyRow, Procyclicality } from '@/lib/margin/report/adequacy-report';
import type { FrameworkReport } from '@/lib/margin/report/run-report';
import { ADEQUACY_TESTS, testWords, worstCover } from '../adequacy-words';
import type { FigureFormat, FigureTableColumn, FigureValue } from '../figure';
import { formatFigure } from '../format-figure';
import { adequacyNote } from './adequacy-note';
import { COUNT, type FigureRequest, fraction, NOT_COMPUTED, number, PERCENT, type Resolved, textColumn } from './figure-parts';

/** The figures under `frameworks/<id>/adequacy`: of one framework. */
export function adequacyFigure({ segments, money, format }: FigureRequest, framework: FrameworkReport): Resolved {
  const { adequacy } = framework;
  const whole = adequacy?.rows[0];
  const [member, ...rest] = segments;
  if (!adequacy || !whole || rest.length > 0) return null;
  const note = adequacyNote([framework]);
  switch (member) {
    case undefined:
      return success({ ...testsTable(whole), ...note });
    case 'exceedances':
      return number(String(whole.exceedances), format ?? COUNT, note);
    case 'expected':
      return number(whole.expected, format ?? fraction(1), note);
    case 'worst-shortfall':
      return number(whole.worstShortfall, money, note);
    case 'worst-cover': {
      const cover = worstCover(whole);
      return cover === null ? failure('No scenario has a loss, so nothing had to be covered.') : number(cover, format ?? PERCENT, note);
    }
    case 'by-counterparty':
      return success({ ...accountsTable(adequacy.rows, money), ...note });
    case 'stress':
      return success({ ...stressTable(whole, money), ...note });
    case 'losses':
      return whole.losses === null ? null : success({ ...lossesChart(framework, whole, whole.losses, money), ...note });
    case 'procyclicality':
      return whole.procyclicality === null ? null : success({ ...risesTable(whole.procyclicality, money), ...note });
    default:
      return null;
  }
}

function testsTable(row: AdequacyRow): FigureValue {
  const columns: FigureTableColumn[] = [
    textColumn('test', 'Test'),
    { key: 'statistic', label: 'Statistic', format: fraction(2) },
    { key: 'freedom', label: 'Degrees of freedom', format: COUNT },
    { key: 'p', label: 'p-value', format: fraction(3) },
    textColumn('result', 'Result'),
  ];
  const rows = ADEQUACY_TESTS.map(({ key, label }) => {
    const result = row[key];
    return {
      test: label,
      statistic: result?.statistic ?? NOT_COMPUTED,
      freedom: result ? String(result.degreesOfFreedom) : '',
      p: result?.pValue ?? '',
      result: result ? testWords(key, row, result) : (row.testNote ?? ''),
    };
  });
  return { kind: 'table', columns, rows, totalRow: null };
}

function accountsTable(rows: readonly AdequacyRow[], money: FigureFormat): FigureValue {
  const columns: FigureTableColumn[] = [
    textColumn('label', 'Account'),
    { key: 'requirement', label: 'Requirement', format: money },
    { key: 'exceedances', label: 'Losses above it', format: COUNT },
    { key: 'expected', label: 'Expected', format: fraction(1) },
    { key: 'p', label: 'Kupiec p', format: fraction(3) },
    { key: 'shortfall', label: 'Worst shortfall', format: money },
  ];
  const lines = rows.map((row) => ({
    label: row.label,
    requirement: row.requirement,
    exceedances: String(row.exceedances),
    expected: row.expected,
    p: row.kupiec?.pValue ?? NOT_COMPUTED,
    shortfall: row.worstShortfall,
  }));
  return { kind: 'table', columns, rows: lines, totalRow: null };
}

function stressTable(row: AdequacyRow, money: FigureFormat): FigureValue {
  const columns: FigureTableColumn[] = [
    textColumn('scenario', 'Scenario'),
    { key: 'loss', label: 'Loss', format: money },
    { key: 'requirement', label: 'Requirement', format: money },
    { key: 'cover', label: 'Cover', format: PERCENT },
  ];
  const rows = row.stress.map(({ scenario, loss, cover }) => ({ scenario, loss, requirement: row.requirement, cover: cover ?? 'no loss' }));
  return { kind: 'table', columns, rows, totalRow: null };
}

function lossesChart(framework: FrameworkReport, row: AdequacyRow, losses: readonly string[], money: FigureFormat): FigureValue {
  const names = framework.adequacy?.scenarioNames ?? [];
  const exceeds = losses.map((loss) => new Decimal(loss).gt(row.requirement));
  return {
    kind: 'chart',
    chart: 'lines',
    axis: 'Scenario',
    categories: losses.map((_, index) => names[index] ?? String(index + 1)),
    places: null,
    current: null,
    series: [
      { name: 'Loss', look: 'bars', values: losses.map((loss, index) => (exceeds[index] ? null : loss)) },
      { name: 'Loss above the requirement', look: 'alert', values: losses.map((loss, index) => (exceeds[index] ? loss : null)) },
      { name: 'Requirement', look: 'level', values: losses.map(() => row.requirement) },
    ],
    format: money,
    altText:
      `Loss of each of ${losses.length} scenarios against the requirement under ${framework.name}, ${formatFigure(row.requirement, money)}. ` +
      `${row.exceedances} losses are larger; ${formatFigure(row.expected, fraction(1))} are expected. ` +
      `The worst is larger by ${formatFigure(row.worstShortfall, money)}.`,
  };
}

function risesTable({ peak, trough, peakToTrough, rises }: Procyclicality, money: FigureFormat): FigureValue {
  const columns: FigureTableColumn[] = [
    textColumn('measure', 'Measure'),
    { key: 'amount', label: 'Amount', format: money },
    { key: 'ratio', label: 'Ratio', format: PERCENT },
    textColumn('when', 'When'),
  ];
  const rows = [
    { measure: 'Highest requirement', amount: peak, ratio: '', when: '' },
    { measure: 'Lowest requirement', amount: trough, ratio: '', when: '' },
    { measure: 'Highest against lowest', amount: '', ratio: peakToTrough, when: '' },
    ...rises.map(({ days, largestRise, from, to }) => ({
      measure: days === 1 ? 'Largest rise within 1 day' : `Largest rise within ${days} days`,
      amount: '',
      ratio: largestRise,
      when: `${from} to ${to}`,
    })),
  ];
  return { kind: 'table', columns, rows, totalRow: null };
}
