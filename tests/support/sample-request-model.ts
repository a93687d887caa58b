import type { RegisterDocument } from './register-document';

/** The document of tests/fixtures/requests: invented, with twelve questions in all the forms that a reader meets. */
export const SAMPLE_REQUEST: RegisterDocument = {
  number: '2026-99901',
  volume: 91,
  pages: [990001, 990006],
  published: '2026-07-01',
  publishedInWords: 'Wednesday, July 1, 2026',
  filed: '6-30-26',
  title: 'Synthetic Test Document: Joint Request for Comment on a Common Portfolio Margin',
  agencies: ['Commodity Futures Trading Commission', 'Securities and Exchange Commission'],
  cfr: ['17 CFR Part 23', '17 CFR Part 240'],
  docket: '[Release No. 34-999901; File No. S7-99-99]',
  docketIds: ['Release No. 34-999901', 'File No. S7-99-99'],
  rins: ['3038-ZZ01', '3235-ZZ01'],
  action: 'Request for comment',
  summary:
    'This is a synthetic test document. No agency has issued it and nobody may cite it. It imitates a joint request for comment in order to try the reading of one.',
  dates: 'Comments must be received on or before August 31, 2026.',
  commentsClose: '2026-08-31',
  addresses: [
    'You may submit comments on this synthetic document, identified by RIN 3038-ZZ01 and File No. S7-99-99, to nobody.',
    'Please submit your comments using only one method.',
  ],
  contact: 'Nobody in particular, Office of Test Documents, (000) 000-0000.',
  body: [
    { heading: 'I. Background', level: 1 },
    {
      paragraph:
        'A dealer that is registered with both agencies margins one portfolio under two rulebooks.[^1] For this test three facts matter:',
    },
    { footnote: '1', text: 'See 17 CFR 23.154 and 17 CFR 240.18a-3; both are cited for the test only.' },
    { paragraph: '1. Swaps on broad indices are margined under one set of rules.' },
    { paragraph: '2. Swaps on single names are margined under the other.' },
    { paragraph: '3. Nothing in paragraph (a) of either rule looks across the two.' },
    { paragraph: 'Why would that be so? History has its part in{{990002}} it, and the division of jurisdiction has the rest.' },
    { heading: 'II. Request for Comment', level: 1 },
    { paragraph: 'The Commissions request comment on all aspects of the matter, and in particular on the questions below.' },
    { heading: 'A. Accounts and Eligible Positions', level: 2 },
    { paragraph: 'The Commissions seek comment on the following questions about accounts.' },
    {
      paragraph:
        '1. Should a dealer be permitted to hold swaps and security-based swaps of one customer in a single account? If so, under whose rules should the account be carried—',
    },
    { paragraph: 'a. where the dealer is also a futures commission merchant; and' },
    { paragraph: 'b. where the dealer is also a broker-dealer?' },
    {
      paragraph:
        '2. Which positions should be eligible (a) for dealers that calculate margin by a model, and (b) for dealers that use the table of § 23.154(c)?',
    },
    {
      paragraph:
        '3. *Offsets.* How large is the reduction in margin that “economically related” positions would have under a common calculation?[^2] Please provide data.',
    },
    { footnote: '2', text: 'A reduction is measured against the sum of the two requirements. It is stated in dollars.' },
    { heading: 'B. Methods of Calculation', level: 2 },
    { paragraph: 'Commenters are asked to address the following:' },
    { paragraph: '(1) Should the agencies accept one model for both products, and who should approve it?' },
    { paragraph: '(2) What back-testing would show that the lower margin is still enough?{{990003}} Which period should it cover?' },
    { heading: 'C. Protection of Customers', level: 2 },
    { paragraph: 'Question 1: How should customer property be divided between the two regimes when a dealer fails?[^3]' },
    { footnote: '3', text: 'The Bankruptcy Code and the Securities Investor Protection Act are meant.' },
    { paragraph: 'Question 2: What would a customer have to be told before it agrees to a single account?' },
    { paragraph: 'Q3. Should some customers be left out?' },
    { paragraph: 'Please explain which, and why.' },
    { heading: 'D. Clearing', level: 2 },
    {
      paragraph:
        'On cleared positions the Commissions ask: (1) Would a common margin at clearing agencies and derivatives clearing organizations change the answers above? (2) Which arrangements between clearing houses would it need?',
    },
    { heading: 'E. General Request for Comment', level: 2 },
    {
      paragraph:
        'The matter touches competition as well. Would a common margin favor large dealers over small ones? If so, how could that be avoided? What would it cost to put into operation?',
    },
    { heading: 'III. Next Steps', level: 1 },
    { paragraph: 'This synthetic document has no next steps.' },
  ],
};
