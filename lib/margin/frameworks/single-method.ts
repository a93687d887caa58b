import { METHODS } from '../methods/method-registry';
import type { Position } from '../portfolio/position';
import type { Framework, MethodId, NettingKey } from './framework';

const COLUMN: Readonly<Record<NettingKey, string>> = {
  counterparty: 'counterparty',
  nettingAgreement: 'netting agreement',
  account: 'account',
  clearedBy: 'clearing house',
};

/**
 * A framework of one leg that takes every position and margins it by one method, whatever its regime. Positions net by the method's key, as far as the
 * file names its parts at all: a part that no position names is left out of the key, and `notes` say so.
 */
export function singleMethodFramework(
  method: MethodId,
  parameters: Readonly<Record<string, string>>,
  positions: readonly Position[],
): { readonly framework: Framework; readonly notes: readonly string[] } {
  const { label, citations, nettingKey: keys } = METHODS[method];
  const nettingKey = keys.filter((key) => positions.some((position) => position[key] !== null));
  const absent = keys.filter((key) => !nettingKey.includes(key));
  const framework: Framework = {
    id: method,
    name: label,
    description: `All positions by one method: ${label}.`,
    builtIn: false,
    effective: null,
    citations,
    constraints: [],
    legs: [
      {
        id: 'all',
        label,
        agency: method === 'schedule' ? 'CFTC' : 'SEC',
        scope: {},
        nettingKey,
        method: { id: method, parameters },
        threshold: null,
        minimumTransfer: null,
        citations,
        assumptions: [],
      },
    ],
  };
  return { framework, notes: absent.map((key) => `No position names its ${COLUMN[key]}, so positions are taken as sharing one.`) };
}
