import { notImported, secondary } from '../fact';
import type { CatalogueRequest } from './catalogue-request';

const REGALERT = 'https://regalert.today/document/73697642-b9ed-4e48-909f-a36eda76e777/text';
const MONDAQ =
  'https://www.mondaq.com/unitedstates/commoditiesderivativesstock-exchanges/1810500/cftc-and-sec-seek-comment-on-drawing-clearer-lines-between-swaps-and-security-based-swaps-and-on-alternative-compliance';
const WILMERHALE =
  'https://www.wilmerhale.com/en/insights/client-alerts/20260629-harmonizing-the-divide-sec-and-cftc-request-comment-on-derivatives-jurisdiction-and-definitions';
const READ_IN = [REGALERT, MONDAQ, WILMERHALE];
const NOT_THE_RELEASE = 'Read in a copy and in law firms’ notes, not in the release.';

export const PRODUCT_DEFINITIONS_2026: CatalogueRequest = {
  key: 'product-definitions-2026',
  name: 'Product definitions and alternative compliance (June 2026)',
  description:
    'Both agencies ask where the line between swaps and security-based swaps should run, and whether following one agency’s rules could count as following the other’s.',
  agencies: secondary(['CFTC', 'SEC'], READ_IN),
  officialTitle: secondary(
    'Joint Request for Comment on Further Definition of "Swap" and "Security-Based Swap" and on Alternative Compliance',
    READ_IN,
    NOT_THE_RELEASE,
  ),
  citation: secondary('91 FR 37873', READ_IN, NOT_THE_RELEASE),
  documentNumber: secondary('2026-12743', READ_IN, NOT_THE_RELEASE),
  issued: secondary('2026-06-18', READ_IN),
  published: secondary('2026-06-24', READ_IN),
  commentsClose: secondary('2026-08-24', READ_IN),
  commentPeriod: notImported(),
  fileNumbers: notImported('The numbers that circulate for it come from unsafe pages and are left out.'),
  rins: notImported('The numbers that circulate for it come from unsafe pages and are left out.'),
  releases: notImported(),
  cfrParts: notImported(),
  pressReleases: notImported(),
  questionCount: secondary(15, [WILMERHALE], 'As counted in a law firm’s note.'),
  areas: secondary(
    [
      {
        key: 'definitions',
        title: 'What is a swap, what a security-based swap',
        description: 'Products near the line between the two definitions, and how they should be told apart.',
      },
      {
        key: 'alternative-compliance',
        title: 'One compliance for two regimes',
        description: 'Whether a firm under both agencies could meet the one’s requirements by meeting the other’s.',
      },
    ],
    READ_IN,
    'Our division and our words.',
  ),
  channels: notImported('One copy names a joint channel for submissions; check the release before sending anything.'),
  instructions: notImported(),
  importFrom: 'https://www.federalregister.gov/citation/91-FR-37873',
  cautions: ['Not the portfolio-margining request, which was issued eight days later.'],
};
