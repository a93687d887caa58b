import type { FrameworkLeg, NettingKey } from '@/lib/margin/frameworks/framework';

/** What the parts of a netting key are called. */
export const NETTING_KEY_NAMES: Readonly<Record<NettingKey, string>> = {
  counterparty: 'counterparty',
  nettingAgreement: 'netting agreement',
  account: 'account',
  clearedBy: 'clearing house',
};

export const AGENCY_NAMES: Readonly<Record<FrameworkLeg['agency'], string>> = { CFTC: 'CFTC', SEC: 'SEC', harmonized: 'Harmonized' };
