import { notImported, secondary } from '../fact';
import type { CatalogueRequest } from './catalogue-request';

const ASSET_SERVICING_TIMES = 'https://www.assetservicingtimes.com/assetservicesnews/industryarticle.php?article_id=18094';
const LOWENSTEIN = 'https://www.lowenstein.com/news-insights/newsletters/fintech-five-june-30-2026';
const WAGERX = 'https://wagerx.io/regulatory/action/697';
const READ_IN = [ASSET_SERVICING_TIMES, LOWENSTEIN, WAGERX];

export const PORTFOLIO_MARGINING_2026: CatalogueRequest = {
  key: 'portfolio-margining-2026',
  name: 'Portfolio margining under both agencies (June 2026)',
  description:
    'Both agencies ask how the margin frameworks for portfolios held under their two rulebooks could be brought together: models, customer protection, offsets across products, capital and collateral, clearing and operations.',
  agencies: secondary(['CFTC', 'SEC'], READ_IN),
  officialTitle: notImported('The press gives headings of its own; they are not the title of the document.'),
  citation: notImported(),
  documentNumber: notImported(),
  issued: secondary('2026-06-26', READ_IN),
  published: notImported(),
  commentsClose: notImported('Sixty days from publication, by a day that is not known until the document is imported.'),
  commentPeriod: secondary('60 days after publication in the Federal Register', READ_IN),
  fileNumbers: notImported(),
  rins: notImported(),
  releases: notImported(),
  cfrParts: notImported(),
  pressReleases: secondary(['SEC 2026-59'], READ_IN, 'The CFTC’s number is not known.'),
  questionCount: notImported('No numbered question of it is known to us.'),
  areas: secondary(
    [
      {
        key: 'models',
        title: 'Margin models in use',
        description: 'How portfolios are margined today, by which models and with what practice.',
      },
      {
        key: 'customer-protection',
        title: 'Protection of customers',
        description: 'What happens to customers’ money and positions when they share one margin account.',
      },
      {
        key: 'cross-product',
        title: 'Offsets across products',
        description: 'Which positions of different kinds should count against each other, and by how much.',
      },
      {
        key: 'capital-collateral',
        title: 'Capital, segregation, collateral',
        description: 'Where collateral sits, how it is kept apart, and what capital stands behind it.',
      },
      { key: 'risk', title: 'Managing the risk', description: 'How a firm controls the risk of a portfolio that carries less margin.' },
      {
        key: 'clearing',
        title: 'Clearing houses of both kinds',
        description: 'What clearing agencies and derivatives clearing organizations would have to arrange between them.',
      },
      { key: 'operations', title: 'Making it work', description: 'Systems, accounts, messages and timing that a common margin needs.' },
      {
        key: 'markets',
        title: 'Liquidity and competition',
        description: 'What lower or joint margin would do to markets and to those who compete in them.',
      },
    ],
    READ_IN,
    'Eight subjects as the press reports them, in our words; their order and wording in the release are not known.',
  ),
  channels: notImported(),
  instructions: notImported(),
  importFrom: null,
  cautions: [
    'Its deadline and its numbers are not known to us: import the document before planning by them.',
    'Not the request of June 18, 2026 on product definitions, and not the 2020 request.',
  ],
};
