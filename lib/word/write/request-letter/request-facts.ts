import { toComplete } from '@/lib/letter/protection/page-marking-words';
import { AGENCIES } from '@/lib/request/agencies/agencies';
import type { AgencyKey } from '@/lib/request/agencies/agency';

/** What the rule of one agency asks of a request for confidential treatment. Read on the day of filing: offices and addresses change. */
export interface RequestRule {
  readonly citation: string;
  readonly agencyName: string;
  /** to whom the original goes; the first lines of an address */
  readonly addressee: readonly string[];
  /** who gets what besides */
  readonly copies: (recipient: string) => readonly string[];
  readonly grounds: string;
}

const linesOf = (key: AgencyKey): readonly string[] => AGENCIES.find((agency) => agency.key === key)?.addressLines.value ?? [];

const CFTC_NAME = 'U.S. Commodity Futures Trading Commission';
const SEC_NAME = 'U.S. Securities and Exchange Commission';

/** 17 CFR 145.9(d): the original to the Assistant Secretary, a copy to the division that gets the material. 17 CFR 200.83(c): the request to the staff that gets the record, a copy of it to the Office of FOIA Services, without the record. */
export const REQUEST_RULES: Readonly<Record<AgencyKey, RequestRule>> = {
  CFTC: {
    citation: '17 CFR 145.9',
    agencyName: CFTC_NAME,
    addressee: ['Assistant Secretary of the Commission for FOI, Privacy and Sunshine Acts Compliance', CFTC_NAME, ...linesOf('CFTC')],
    copies: (recipient) => [
      `${recipient || toComplete('division or office of the Commission that receives the letter')} (with the letter)`,
    ],
    grounds: 'Freedom of Information Act (5 U.S.C. 552), on the grounds of 17 CFR 145.9(d)(1) named below',
  },
  SEC: {
    citation: '17 CFR 200.83',
    agencyName: SEC_NAME,
    addressee: [],
    copies: () => [
      'Office of FOIA Services, 100 F Street NE, Mail Stop 2465, Washington, DC 20549 (this request only, without the letter)',
    ],
    grounds: 'Freedom of Information Act (5 U.S.C. 552), under the exemptions named below',
  },
};

/** The lines of the addressee: at the SEC the staff that receives the record, whom only the user knows. */
export function requestAddressee(agency: AgencyKey, recipient: string): readonly string[] {
  const rule = REQUEST_RULES[agency];
  if (rule.addressee.length > 0) return rule.addressee;
  return [recipient || toComplete('member of the staff who receives the letter'), rule.agencyName, ...linesOf('SEC')];
}
