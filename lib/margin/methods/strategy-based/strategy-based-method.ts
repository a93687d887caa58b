import { Decimal, ZERO } from '@/lib/core/decimal';
import { allocate } from '../allocate';
import { buildSum } from '../build-node';
import { groupFailures } from '../group-failures';
import { type MarginMethod, type MethodParameter, parameterValue } from '../method';
import { readLines } from './read-lines';
import { singleMargin } from './single-margin';
import { FIGURES, regulationT, rule4210 } from './strategy-figures';
import type { StrategyMarket } from './strategy-line';
import { underlierResult } from './underlier-node';

const STAGE: MethodParameter = {
  kind: 'choice',
  name: 'stage',
  allowed: ['maintenance', 'initial'],
  meaning:
    'Maintenance under FINRA Rule 4210, or the initial amount with the percentages of Regulation T; they differ where there is stock.',
};
const UNCLEARED: MethodParameter = {
  kind: 'choice',
  name: 'uncleared',
  allowed: ['listed', 'otc'],
  meaning: 'Options that name no clearing house: taken as listed ones, or as OTC options.',
};
const LEVERAGE: MethodParameter = {
  kind: 'choice',
  name: 'leverage',
  allowed: ['1', '1.5', '2', '3'],
  meaning: 'How many times the underliers, funds, follow their index; the percentages of short options are multiplied by it.',
};
const LONG_TERM: MethodParameter = {
  kind: 'choice',
  name: 'longTerm',
  allowed: ['credit', 'in-full'],
  meaning: 'Long options outside strategies with more than nine months: their credit is given, or they are paid in full.',
};

const CITATIONS = [regulationT(''), rule4210('(f)(2), options'), { ...rule4210(''), paragraph: 'Cboe Rule 10.3, strategy-based margin' }];

/** Strategy-based margin of a securities account: Regulation T, and what exchange rules ask for options by strategy; the cheapest pairing counts. */
export const STRATEGY_BASED_METHOD: MarginMethod = {
  id: 'strategy-based',
  label: 'Strategy-based option margin',
  citations: CITATIONS,
  nettingKey: ['counterparty', 'account'],
  attribution: 'The amount of a strategy goes to its legs in proportion to what each would ask alone.',
  parameters: [STAGE, UNCLEARED, LEVERAGE, LONG_TERM],
  table: Object.values(FIGURES).map(({ reference }) => reference),
  compute(set, parameters, context) {
    const { asOf, currency } = context;
    const settings: Omit<StrategyMarket, 'price'> = {
      stage: parameterValue(STAGE, parameters) === 'initial' ? 'initial' : 'maintenance',
      leverage: new Decimal(parameterValue(LEVERAGE, parameters)),
      longTermCredit: parameterValue(LONG_TERM, parameters) === 'credit',
      asOf,
      currency,
    };
    const { books, failures } = readLines(set.positions, { otc: parameterValue(UNCLEARED, parameters) === 'otc', asOf, currency });
    const contributions = new Map<string, Decimal>();
    const standalone = new Map<string, Decimal>();
    const children = books.map((book) => {
      const market = { ...settings, price: book.price };
      const { node, shares } = underlierResult(book, market, set.path);
      book.lines.forEach((line, at) => {
        const share = shares.get(at);
        if (share === undefined) return;
        const single = singleMargin(line, market)?.amount.times(line.quantity) ?? share;
        const quantities = line.positions.map(({ quantity }) => quantity);
        const parts = [allocate(share, quantities), allocate(single, quantities)] as const;
        line.positions.forEach(({ id }, i) => {
          contributions.set(id, parts[0][i] ?? ZERO);
          standalone.set(id, parts[1][i] ?? ZERO);
        });
      });
      return node;
    });
    const node = buildSum({
      path: set.path,
      label: set.label,
      level: 'netting-set',
      formula: 'strategy.account: sum of the underliers',
      citations: CITATIONS,
      assumptions: [
        `${settings.stage === 'initial' ? 'Initial' : 'Maintenance'} amounts; long and short are those of the account.`,
        'Figures of FINRA Rule 4210 are recalled, not read in its text; the 57 worked examples of the Cboe manual, as others transcribed them, are reproduced.',
        'A spread is any long and short options on equal units, calls and puts apart, whose longs expire no sooner than its shorts; its amount is the largest loss.',
        'The maintenance amount of stock hedged by a long option does not hold the market value of that option; long options elsewhere are in full.',
      ],
      failures: groupFailures(failures),
      children,
    });
    return { node, contributions, standalone };
  },
};
