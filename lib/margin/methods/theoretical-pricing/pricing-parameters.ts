import { Decimal } from '@/lib/core/decimal';
import { type MethodParameter, parameterValue } from '../method';
import type { Rule, Table } from './valuation-points';

const RULE: MethodParameter = {
  kind: 'choice',
  name: 'rule',
  allowed: ['appendix-a', 'finra-4210'],
  meaning:
    'Whose ranges and minimums: a broker-dealer by 17 CFR 240.15c3-1a(b)(1), or a customer by FINRA Rule 4210(g), whose figures are recalled.',
};
const TABLE: MethodParameter = {
  kind: 'choice',
  name: 'table',
  allowed: ['broker-dealer', 'market-maker'],
  meaning: 'Ranges of Appendix A: (b)(1)(iii) for a broker-dealer, or (b)(1)(iv) for a non-clearing market-maker or specialist.',
};
const COMPUTATION: MethodParameter = {
  kind: 'choice',
  name: 'computation',
  allowed: ['theoretical', 'strategy'],
  meaning: 'Appendix A by theoretical prices, (b)(1), or by the alternative strategy-based method, (b)(2), which needs no volatility.',
};
const UNSTATED_STYLE: MethodParameter = {
  kind: 'choice',
  name: 'unstatedStyle',
  allowed: ['by-product', 'american', 'european'],
  meaning: 'Exercise style of options whose row names none; by product: index and currency options European, others American.',
};
const UNSTATED_INDEX: MethodParameter = {
  kind: 'choice',
  name: 'unstatedIndex',
  allowed: ['none', 'non_high_cap_index', 'high_cap_index'],
  meaning: 'What a broad index is that no position states the class of: none gives its positions no amount.',
};
const INTEREST_RATE: MethodParameter = {
  kind: 'number',
  name: 'interestRate',
  default: '0',
  minimum: '-0.1',
  maximum: '1',
  whole: false,
  unit: 'ratio by year, continuously compounded',
  meaning: 'Interest rate for options whose row gives none.',
};
const DIVIDEND_YIELD: MethodParameter = {
  kind: 'number',
  name: 'dividendYield',
  default: '0',
  minimum: '0',
  maximum: '1',
  whole: false,
  unit: 'ratio by year, continuously compounded',
  meaning: 'Yield of the underlier for options whose row gives none.',
};
const STEPS: MethodParameter = {
  kind: 'number',
  name: 'steps',
  default: '125',
  minimum: '25',
  maximum: '1001',
  whole: true,
  unit: 'steps',
  meaning: 'Steps of the binomial lattice of American options.',
};
const BASKET_CHARGE: MethodParameter = {
  kind: 'choice',
  name: 'basketCharge',
  allowed: ['added', 'minimum'],
  meaning:
    '(b)(1)(v)(C)(3)-(4): the charge on a basket that offsets options is added to the larger of loss and minimum ("plus"), or counts as part of the minimum.',
};
const OFFSET_SCALE: MethodParameter = {
  kind: 'number',
  name: 'offsetScale',
  default: '1',
  minimum: '0',
  maximum: '1',
  whole: false,
  unit: 'ratio',
  meaning: "Multiplies the rule's offsets of baskets, product groups and market groups; 1 is the rule.",
};
const VIEW: MethodParameter = {
  kind: 'choice',
  name: 'view',
  allowed: ['holder', 'counterparty'],
  meaning: 'Whose gains and losses: those of the account that holds the positions, or of the other party.',
};

export const PRICING_PARAMETERS: readonly MethodParameter[] = [
  RULE,
  TABLE,
  COMPUTATION,
  UNSTATED_STYLE,
  UNSTATED_INDEX,
  INTEREST_RATE,
  DIVIDEND_YIELD,
  STEPS,
  BASKET_CHARGE,
  OFFSET_SCALE,
  VIEW,
];

export interface PricingSettings {
  readonly rule: Rule;
  readonly table: Table;
  /** (b)(2) in place of (b)(1). */
  readonly byStrategy: boolean;
  readonly unstatedStyle: 'by-product' | 'american' | 'european';
  readonly unstatedIndex: 'non_high_cap_index' | 'high_cap_index' | null;
  readonly interestRate: Decimal;
  readonly dividendYield: Decimal;
  readonly steps: number;
  readonly basketCharge: 'added' | 'minimum';
  readonly offsetScale: Decimal;
  readonly turned: boolean;
}

/** A leg's parameters as the method uses them. */
export function pricingSettings(given: Readonly<Record<string, string>>): PricingSettings {
  const style = parameterValue(UNSTATED_STYLE, given);
  const index = parameterValue(UNSTATED_INDEX, given);
  return {
    rule: parameterValue(RULE, given) === 'finra-4210' ? 'finra-4210' : 'appendix-a',
    table: parameterValue(TABLE, given) === 'market-maker' ? 'market-maker' : 'broker-dealer',
    byStrategy: parameterValue(COMPUTATION, given) === 'strategy',
    unstatedStyle: style === 'american' || style === 'european' ? style : 'by-product',
    unstatedIndex: index === 'non_high_cap_index' || index === 'high_cap_index' ? index : null,
    interestRate: new Decimal(parameterValue(INTEREST_RATE, given)),
    dividendYield: new Decimal(parameterValue(DIVIDEND_YIELD, given)),
    steps: Number.parseInt(parameterValue(STEPS, given), 10),
    basketCharge: parameterValue(BASKET_CHARGE, given) === 'minimum' ? 'minimum' : 'added',
    offsetScale: new Decimal(parameterValue(OFFSET_SCALE, given)),
    turned: parameterValue(VIEW, given) === 'counterparty',
  };
}
