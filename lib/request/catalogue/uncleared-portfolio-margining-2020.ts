import { notImported, primary } from '../fact';
import type { CatalogueRequest } from './catalogue-request';

const CFTC_COPY = 'https://cftc.gov/LawRegulation/FederalRegister/proposedrules/2020-23928.html';
const JUSTIA_COPY = 'https://regulations.justia.com/regulations/fedreg/2020/11/05/2020-23928.html';
const READ_IN = [CFTC_COPY, JUSTIA_COPY];

export const UNCLEARED_PORTFOLIO_MARGINING_2020: CatalogueRequest = {
  key: 'uncleared-portfolio-margining-2020',
  name: 'Portfolio margining of uncleared swaps and security-based swaps (2020)',
  description:
    'Both agencies asked how uncleared swaps and non-cleared security-based swaps could be margined together: in which account, under whose rules, and with what protection for customers.',
  agencies: primary(['CFTC', 'SEC'], READ_IN),
  officialTitle: primary('Portfolio Margining of Uncleared Swaps and Non-Cleared Security-Based Swaps', READ_IN),
  citation: primary('85 FR 70536', READ_IN, 'Pages 70536 to 70544.'),
  documentNumber: primary('2020-23928', READ_IN),
  issued: notImported(),
  published: primary('2020-11-05', READ_IN),
  commentsClose: primary('2020-12-07', READ_IN),
  commentPeriod: notImported(),
  fileNumbers: primary(['S7-15-20'], READ_IN, 'The SEC’s file number.'),
  rins: primary(['3038-AF07', '3235-AM64'], READ_IN, 'The CFTC’s first, then the SEC’s.'),
  releases: primary(['34-90246'], READ_IN, 'SEC release.'),
  cfrParts: primary(['17 CFR Part 23', '17 CFR Part 240'], READ_IN),
  pressReleases: notImported(),
  questionCount: notImported('The copies at hand end before the questions. Import the document to have them.'),
  areas: notImported(),
  channels: primary(
    [
      { agency: 'CFTC', method: 'web', where: 'https://comments.cftc.gov', identifyBy: 'RIN 3038-AF07' },
      {
        agency: 'CFTC',
        method: 'mail',
        where:
          'Secretary of the Commission, Commodity Futures Trading Commission, Three Lafayette Centre, 1155 21st Street NW, Washington, DC 20581',
        identifyBy: 'RIN 3038-AF07',
      },
      {
        agency: 'CFTC',
        method: 'hand delivery',
        where: 'Three Lafayette Centre, 1155 21st Street NW, Washington, DC 20581',
        identifyBy: 'RIN 3038-AF07',
      },
      { agency: 'SEC', method: 'web', where: 'http://www.sec.gov/rules/other.shtml', identifyBy: 'File No. S7-15-20' },
      { agency: 'SEC', method: 'e-mail', where: 'rule-comments@sec.gov', identifyBy: 'File No. S7-15-20 on the subject line' },
    ],
    READ_IN,
    'The SEC’s postal address was not read in this document; the address under Agencies is from another SEC notice.',
  ),
  instructions: primary(
    [
      'Comments are meant for both agencies.',
      'The CFTC wants one method of submission only.',
      'Confidential treatment by the CFTC is petitioned for under 17 CFR 145.9.',
    ],
    READ_IN,
  ),
  importFrom: 'https://www.federalregister.gov/citation/85-FR-70536',
  cautions: ['Its comment period ended on December 7, 2020. The 2026 request on portfolio margining is a different one.'],
};
