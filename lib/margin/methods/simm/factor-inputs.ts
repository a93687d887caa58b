import { numberInput } from '../build-node';
import type { NodeInput } from '../margin-node';
import type { Exposure } from './exposure';

/** How many factors a bucket's node lists; the number of all is always said. */
const LISTED = 40;

/** The net sensitivities of a bucket as inputs of its node. */
export function factorInputs(exposures: readonly Exposure[]): NodeInput[] {
  return [
    { name: 'risk factors', value: String(exposures.length) },
    ...exposures.slice(0, LISTED).map(({ factor: { qualifier, kind, tenor, label2 }, amount }) => {
      const what = kind === 'inflation' || kind === 'basis' ? kind : '';
      return numberInput(`s(${[qualifier, what, tenor, label2].filter((part) => part !== '').join(' ')})`, amount, 'USD');
    }),
  ];
}
