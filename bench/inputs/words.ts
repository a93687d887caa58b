import type { SampleDraw } from '@/lib/sample/sample-draw';

const SUBJECTS: readonly [string, ...string[]] = [
  'a dealer that is registered with both agencies',
  'a customer whose hedge lies on the other side of the statute',
  'the margin that is called for each leg by itself',
  'a model that one agency has approved',
  'the account in which the position is carried',
  'an end user with few positions',
  'the threshold, which is counted once for a group',
  'a portfolio that is balanced in risk',
];
const VERBS: readonly [string, ...string[]] = [
  'is measured against',
  'does not take account of',
  'depends in practice on',
  'is out of proportion to',
  'should be read together with',
  'has grown faster than',
];
const OBJECTS: readonly [string, ...string[]] = [
  'the loss that could be suffered over the period for which collateral is held',
  'the protection that customers are given in an insolvency',
  'the documents that both parties have already signed',
  'the offsets that the other rulebook recognises for the same names',
  'the liquidity that is needed on a day of stress',
  'the capital that the dealer holds for what remains',
  'the purpose for which the requirement was adopted',
];
const ADJUNCTS: readonly [string, ...string[]] = [
  '',
  '',
  ' in most of the cases that we have seen',
  ', and the difference is not small',
  ' whichever of the two rules is applied first',
  ', as the figures of this letter show',
];

/** A made-up sentence of some twenty words. */
export function sentence(draw: SampleDraw): string {
  const words = `${draw.from(SUBJECTS)} ${draw.from(VERBS)} ${draw.from(OBJECTS)}${draw.from(ADJUNCTS)}.`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** So many sentences in a row. */
export function sentences(draw: SampleDraw, count: number): string {
  return Array.from({ length: count }, () => sentence(draw)).join(' ');
}
