import type { RelatedAction } from './related-action';

const EXTENSION_COPY = 'https://govinfo.gov/content/pkg/FR-2025-03-04/html/2025-03351.htm';
const EXTENSION_PAGE = 'https://frtracker.app/fr/2025-03351';
const SEC_STATEMENT = 'https://www.pubt.io/view/0C371683ABEBFF4DB71F533E365AAFDD935BDF8B';

/** The clearing of Treasury securities: what was decided and the days on which it begins to bind. */
export const TREASURY_CLEARING_ACTIONS: readonly RelatedAction[] = [
  {
    key: 'treasury-clearing-rules',
    date: '2023-12-13',
    title: 'SEC adopts the Treasury clearing rules',
    description:
      'Clearing agencies for Treasury securities must require their direct participants to submit eligible secondary-market trades. The duty lies on the clearing agency’s rules, not on every trader, and does not reach futures.',
    agencies: ['SEC'],
    kind: 'rule',
    citation:
      'SEC rules on the clearing of U.S. Treasury securities, adopted Dec. 13, 2023; compliance dates at 89 FR 2829 (Jan. 16, 2024)',
    standing: 'primary',
    sources: [EXTENSION_PAGE],
    caution: 'Read in the extension of 2025, which recounts it.',
  },
  {
    key: 'treasury-clearing-extension',
    date: '2025-03-04',
    title: 'SEC extends the Treasury clearing dates by a year',
    description: 'Moves the dates for eligible cash and repo transactions by one year each; published and effective the same day.',
    agencies: ['SEC'],
    kind: 'rule',
    citation: '90 FR 11134 (Mar. 4, 2025); SEC Release No. 34-102487, File No. S7-23-22',
    standing: 'primary',
    sources: [EXTENSION_COPY],
    caution: null,
  },
  {
    key: 'treasury-clearing-access',
    date: '2025-03-31',
    title: 'Access and customer-protection amendments of the clearing rules apply',
    description: 'The parts on access to clearing and on the broker-dealer reserve formula were not extended.',
    agencies: ['SEC'],
    kind: 'compliance date',
    citation: 'Compliance date of Mar. 31, 2025 for the access and reserve-formula amendments of the SEC’s Treasury clearing rules',
    standing: 'secondary',
    sources: ['https://icinew-stage.ici.org/memo-36032'],
    caution: null,
  },
  {
    key: 'treasury-margin-separation',
    date: '2025-09-30',
    title: 'Exemption for the separation of house and customer margin ends',
    description:
      'The duty to calculate and hold customers’ margin apart was due on March 31, 2025 and was put off to this day by exemption.',
    agencies: ['SEC'],
    kind: 'compliance date',
    citation: '17 CFR 240.17ad-22(e)(6)(i), exempted until Sept. 30, 2025',
    standing: 'secondary',
    sources: ['https://marketsmedia.com/?p=140225'],
    caution: 'One blog reports a further exemption to March 31, 2026; not confirmed.',
  },
  {
    key: 'cme-securities-clearing',
    date: '2025-12-01',
    title: 'CME Securities Clearing is registered as a clearing agency',
    description: 'A second clearing agency for Treasury securities beside FICC.',
    agencies: ['SEC'],
    kind: 'order',
    citation: 'SEC order registering CME Securities Clearing Inc. as a clearing agency (Dec. 1, 2025)',
    standing: 'primary',
    sources: [SEC_STATEMENT],
    caution: 'Read in a statement of the SEC; the order’s own citation is not at hand.',
  },
  {
    key: 'ficc-collateral-in-lieu',
    date: '2025-12-12',
    title: 'FICC’s collateral-in-lieu service is approved',
    description: 'A way of clearing triparty repo in which collateral stands in for margin.',
    agencies: ['SEC'],
    kind: 'order',
    citation: 'SEC order approving FICC’s collateral-in-lieu service (Dec. 12, 2025)',
    standing: 'primary',
    sources: [SEC_STATEMENT],
    caution: 'Read in a statement of the SEC; the order’s own citation is not at hand.',
  },
  {
    key: 'treasury-clearing-cash',
    date: '2026-12-31',
    title: 'Eligible cash transactions in Treasury securities must be cleared',
    description:
      'From this day covered clearing agencies must require it of their direct participants. It was December 31, 2025 before the extension.',
    agencies: ['SEC'],
    kind: 'compliance date',
    citation: '17 CFR 240.17ad-22(e)(18)(iv)(A)–(B), compliance date Dec. 31, 2026, 90 FR 11134 (Mar. 4, 2025)',
    standing: 'primary',
    sources: [EXTENSION_COPY],
    caution: 'No later change was found.',
  },
  {
    key: 'treasury-clearing-repo',
    date: '2027-06-30',
    title: 'Eligible repo transactions in Treasury securities must be cleared',
    description: 'The larger part of the volume. It was June 30, 2026 before the extension.',
    agencies: ['SEC'],
    kind: 'compliance date',
    citation: '17 CFR 240.17ad-22(e)(18)(iv)(A)–(B), compliance date for repo transactions June 30, 2027, 90 FR 11134 (Mar. 4, 2025)',
    standing: 'primary',
    sources: [EXTENSION_COPY],
    caution: 'No later change was found.',
  },
];
