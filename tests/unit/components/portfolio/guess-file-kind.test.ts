import { describe, expect, it } from 'vitest';
import { addFiles } from '@/components/portfolio/add-files';
import { guessFileKind } from '@/components/portfolio/guess-file-kind';
import { POSITION_COLUMNS } from '@/lib/margin/portfolio/position-columns';

const POSITIONS = POSITION_COLUMNS.map(({ name }) => name).join(',');
const CRIF = 'TradeID\tPortfolioID\tRiskType\tQualifier\tAmountUSD';

describe('the kind of a file', () => {
  it.each([
    [POSITIONS, 'positions'],
    [`\uFEFF${POSITIONS.toUpperCase()}\r\nA,B`, 'positions'],
    [CRIF, 'crif'],
    ['position_id,currency,2026-06-29,2026-06-30', 'pnl'],
    ['position_id;scenario;pnl;currency', 'pnl'],
    ['counterparty,netting_agreement,account,cleared_by,regime,amount,currency,source', 'external'],
    ['index,component,issuer_group,weight_percent', 'constituents'],
    ['currency,rate,base', 'rates'],
    ['a,b,c', null],
    ['', null],
  ])('with the columns %j is %s', (head, kind) => {
    expect(guessFileKind(head)).toBe(kind);
  });
});

describe('files that are dropped together', () => {
  const file = (name: string, text: string) => new File([text], name);
  const roles = (files: readonly { name: string; role: string | null }[]) => files.map(({ name, role }) => [name, role]);

  it('get the role that their columns speak for, a CRIF beside positions being its sensitivities', async () => {
    const { files, format } = await addFiles(
      [],
      [file('c.csv', CRIF), file('p.csv', POSITIONS), file('r.csv', 'currency,rate\n')],
      'positions',
    );
    expect(roles(files)).toEqual([
      ['c.csv', 'sensitivities'],
      ['p.csv', 'portfolio'],
      ['r.csv', 'rates'],
    ]);
    expect(format).toBe('positions');
  });

  it('are a portfolio where a CRIF is alone', async () => {
    const { files, format } = await addFiles([], [file('c.csv', CRIF)], 'positions');
    expect([roles(files), format]).toEqual([[['c.csv', 'portfolio']], 'crif']);
  });

  it('take the place of one with the same role, and an unknown one has none where there is a portfolio', async () => {
    const before = (await addFiles([], [file('p.csv', POSITIONS), file('r.csv', 'currency,rate\n')], 'positions')).files;
    const { files } = await addFiles(before, [file('new rates.csv', 'currency,rate\n'), file('what.csv', 'a,b\n')], 'positions');
    expect(roles(files)).toEqual([
      ['p.csv', 'portfolio'],
      ['new rates.csv', 'rates'],
      ['what.csv', null],
    ]);
  });

  it('beside positions that were there: a CRIF is their sensitivities', async () => {
    const before = (await addFiles([], [file('p.csv', POSITIONS)], 'positions')).files;
    expect(roles((await addFiles(before, [file('c.csv', CRIF)], 'positions')).files)).toEqual([
      ['p.csv', 'portfolio'],
      ['c.csv', 'sensitivities'],
    ]);
    // a CRIF in place of a CRIF is the portfolio
    expect(roles((await addFiles(before, [file('c.csv', CRIF)], 'crif')).files)).toEqual([['c.csv', 'portfolio']]);
  });
});
