import type { Fact } from '../fact';

export type AgencyKey = 'CFTC' | 'SEC';

/** Who a letter is addressed to. Office-holders change: check on the day of sending. */
export interface OfficeHolder {
  readonly name: string;
  /** "Mr." or "Ms." where a source uses it; null otherwise. */
  readonly courtesy: string | null;
  readonly title: string;
}

export interface Agency {
  readonly key: AgencyKey;
  /** As it stands in an address. */
  readonly name: string;
  /** As the Federal Register names it. */
  readonly registerName: string;
  readonly secretary: Fact<OfficeHolder>;
  readonly addressLines: Fact<readonly string[]>;
  /** How confidential treatment is asked for. */
  readonly confidentialTreatment: { readonly citation: string; readonly summary: string };
}
