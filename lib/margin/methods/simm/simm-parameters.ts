import { Decimal } from '@/lib/core/decimal';
import type { SimmHorizon } from '../../parameters/simm-pack';
import { type ChoiceParameter, type NumberParameter, parameterValue } from '../method';

const HORIZON: ChoiceParameter = {
  kind: 'choice',
  name: 'horizon',
  allowed: ['10d', '1d'],
  meaning: 'Days over which the margin is to cover a loss; the one-day set has weights of its own and no concentration.',
};

const REGULATION: ChoiceParameter = {
  kind: 'choice',
  name: 'regulation',
  allowed: ['all', 'worst', 'CFTC', 'SEC', 'segregated', 'unsegregated'],
  meaning:
    'Which rows count: all of them; for each regulation its own, and the largest binds; one regulation; or the two parts that the SEC tells apart (rows with the tag SEC-unseg, and the rest).',
};

const CORRELATION_SCALE: NumberParameter = {
  kind: 'number',
  name: 'correlationScale',
  default: '1',
  minimum: '0',
  maximum: '1',
  whole: false,
  unit: 'ratio',
  meaning: 'What every correlation of the pack is multiplied by, as a what-if; 1 is the published version.',
};

export const SIMM_PARAMETERS = [HORIZON, REGULATION, CORRELATION_SCALE] as const;

export interface SimmSettings {
  readonly horizon: SimmHorizon;
  readonly regulation: string;
  readonly correlationScale: Decimal;
}

export function simmSettings(given: Readonly<Record<string, string>>): SimmSettings {
  return {
    horizon: parameterValue(HORIZON, given) === '1d' ? '1d' : '10d',
    regulation: parameterValue(REGULATION, given),
    correlationScale: new Decimal(parameterValue(CORRELATION_SCALE, given)),
  };
}
