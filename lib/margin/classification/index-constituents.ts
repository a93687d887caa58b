import type { Decimal } from '@/lib/core/decimal';

/** One component of an index or basket. Absent facts are null, never guessed. */
export interface IndexComponent {
  readonly name: string;
  /** Affiliated issuers count as one: equal names of groups are one issuer. Null: an issuer of its own. */
  readonly issuerGroup: string | null;
  /** Percent of the index: 12.5 is one eighth. */
  readonly weight: Decimal | null;
  /** Dollar value of average daily trading volume over the preceding six full months. */
  readonly dailyVolumeUsd: Decimal | null;
  /** Whether public information on the issuer is available as the rule on index CDS wants it. */
  readonly publicInformation: boolean | null;
}

/** Components by the index's name, lower case, as it stands in a position's underlier. */
export type IndexConstituents = ReadonlyMap<string, readonly IndexComponent[]>;

export const NO_CONSTITUENTS: IndexConstituents = new Map();
