import { primary, secondary } from '../fact';
import type { Agency, AgencyKey } from './agency';

const RFC_2020 = '85 FR 70536, https://cftc.gov/LawRegulation/FederalRegister/proposedrules/2020-23928.html';
const CHECK = 'Office-holders change: check on the day of sending.';

/** The two agencies as addressees of a letter; the CFTC first, as joint documents print them. */
export const AGENCIES: readonly Agency[] = [
  {
    key: 'CFTC',
    name: 'U.S. Commodity Futures Trading Commission',
    registerName: 'Commodity Futures Trading Commission',
    secretary: primary({ name: 'Christopher Kirkpatrick', courtesy: 'Mr.', title: 'Secretary of the Commission' }, [RFC_2020], CHECK),
    addressLines: primary(['Three Lafayette Centre', '1155 21st Street NW', 'Washington, DC 20581'], [RFC_2020]),
    confidentialTreatment: {
      citation: '17 CFR 145.9',
      summary:
        'A written request that is itself public, with its grounds and period; every page or part is marked and numbered; requests for a whole document without reasons are refused.',
    },
  },
  {
    key: 'SEC',
    name: 'Securities and Exchange Commission',
    registerName: 'Securities and Exchange Commission',
    secretary: secondary(
      { name: 'Vanessa A. Countryman', courtesy: null, title: 'Secretary' },
      ['FR Doc 2021-07254'],
      `Read in another SEC notice. ${CHECK}`,
    ),
    addressLines: secondary(['100 F Street NE', 'Washington, DC 20549-1090'], ['FR Doc 2021-07254'], 'Read in another SEC notice.'),
    confidentialTreatment: {
      citation: '17 CFR 200.83',
      summary: 'A marking and an identifying number on every page, and a separate request whose copy goes to the Office of FOIA Services.',
    },
  },
];

/** The agency that a document or an address names in any of its usual forms; null for another one. */
export function agencyNamed(text: string): Agency | null {
  const name = text.toLowerCase();
  const key: AgencyKey | null = /commodity futures trading commission|\bcftc\b/.test(name)
    ? 'CFTC'
    : /securities and exchange commission|\bsec\b/.test(name)
      ? 'SEC'
      : null;
  return AGENCIES.find((agency) => agency.key === key) ?? null;
}
