import { describe, expect, it } from 'vitest';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import { matchSensitivities, sensitivitiesByPosition } from '@/lib/margin/portfolio/crif-sensitivities';
import { crifToPositions } from '@/lib/margin/portfolio/crif-to-positions';
import { crifRow, equityRow } from '@/tests/support/simm-rows';

const of = (tradeId: string | null, changes: Partial<CrifRow> = {}) => crifRow({ tradeId, rowId: tradeId, portfolioId: 'N1', ...changes });
const notional = (tradeId: string, changes: Partial<CrifRow> = {}) =>
  of(tradeId, { imModel: 'Schedule', productClass: 'Rates', riskType: 'Notional', endDate: '2030-01-01', ...changes });

describe('positions of a CRIF', () => {
  it.each([
    [[of('t')], 'interest_rate_swap'],
    [[of('t', { riskType: 'Risk_FX' }), of('t', { riskType: 'Risk_FXVol' })], 'fx_forward'],
    [[of('t', { riskType: 'Risk_FX' }), of('t')], 'interest_rate_swap'],
    [[of('t', { productClass: 'Credit', riskType: 'Risk_CreditQ' })], 'cds_index'],
    [[equityRow({ tradeId: 't' })], 'equity_index_swap'],
    [[of('t', { productClass: 'Commodity', riskType: 'Risk_Commodity' })], 'commodity_swap'],
    [[of('t', { productClass: '', riskType: 'Param_AddOnFixedAmount' })], 'other_swap'],
  ])('take the product of a trade of SIMM from its class: %#', (rows, product) => {
    const { positions, problems } = crifToPositions(rows);
    expect(positions).toMatchObject([{ positionId: 't', product, notional: null, marketValue: null }]);
    expect(problems).toEqual([]);
  });

  it('are netted by PortfolioID, with the agency that the regulations name', () => {
    const { positions } = crifToPositions([
      of('a', { collectRegulations: ['CFTC'] }),
      of('b', { postRegulations: ['SEC-unseg'] }),
      of('c'),
    ]);
    expect(
      positions.map(({ positionId, counterparty, nettingAgreement, jurisdiction }) => [
        positionId,
        counterparty,
        nettingAgreement,
        jurisdiction,
      ]),
    ).toEqual([
      ['a', 'N1', 'N1', 'CFTC'],
      ['b', 'N1', 'N1', 'SEC'],
      ['c', 'N1', 'N1', null],
    ]);
  });

  it('of a trade in several classes are another swap, with a warning', () => {
    const { positions, problems } = crifToPositions([of('t'), equityRow({ tradeId: 't', portfolioId: 'N1' })]);
    expect(positions).toMatchObject([{ product: 'other_swap' }]);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'several-classes', value: 't' }]);
  });

  it('of a trade with rows of both models are one, with a warning, and keep the sensitivities', () => {
    const rows = [notional('t'), of('t')];
    const { positions, problems } = crifToPositions(rows);
    expect(positions).toMatchObject([{ positionId: 't', product: 'interest_rate_swap', maturity: '2030-01-01' }]);
    expect(problems.map(({ code }) => code)).toEqual(['missing-present-value', 'two-models']);
    expect(sensitivitiesByPosition(rows).get('t')).toEqual([rows[1]]);
  });

  it('without a trade are one of each netting set, whose rows are its sensitivities', () => {
    const rows = [of(null, { productClass: '', riskType: 'Param_ProductClassMultiplier' }), of(null), of(null, { portfolioId: 'N2' })];
    expect(crifToPositions(rows).positions.map(({ positionId, nettingAgreement }) => [positionId, nettingAgreement])).toEqual([
      ['N1/(no trade)', 'N1'],
      ['N2/(no trade)', 'N2'],
    ]);
    expect([...sensitivitiesByPosition(rows)].map(([id, own]) => [id, own.length])).toEqual([
      ['N1/(no trade)', 2],
      ['N2/(no trade)', 1],
    ]);
  });

  it('have the same ids as their sensitivities, also where two netting sets have a trade of one name and one is of the schedule', () => {
    const rows = [notional('t'), of('t', { portfolioId: 'N2' }), of('u', { portfolioId: 'N2' })];
    expect(crifToPositions(rows).positions.map(({ positionId }) => positionId)).toEqual(['N1/t', 'N2/t', 'u']);
    expect([...sensitivitiesByPosition(rows).keys()]).toEqual(['N2/t', 'u']);
  });
});

describe('a CRIF beside a positions file', () => {
  it('gives rows to the positions that TradeID names, and warns of each trade that is none', () => {
    const rows = [of('a'), of('b'), of('gone', { line: 7 }), of('gone', { line: 8 }), notional('gone'), of(null, { line: 9 })];
    const { sensitivities, problems } = matchSensitivities(rows, new Set(['a', 'N1/b', 'other']));
    expect([...sensitivities.keys()]).toEqual(['a', 'N1/b']);
    expect(problems.map(({ code, line, value, message }) => [code, line, value, message])).toEqual([
      ['no-such-position', 7, 'gone', 'The portfolio has no position with this id. Its 2 rows enter no calculation.'],
      ['no-such-position', 9, null, 'Rows without a TradeID belong to no position. The row enters no calculation.'],
    ]);
  });
});
