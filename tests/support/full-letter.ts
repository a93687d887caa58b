import type { FigureValue } from '@/lib/letter/figures/figure';
import type { LetterContent } from '@/lib/letter/letter-content';
import {
  cite,
  doc,
  em,
  fig,
  figChart,
  figTable,
  h,
  letter,
  li,
  link,
  millions,
  note,
  number,
  ol,
  p,
  percentage,
  question,
  quote,
  resolved,
  section,
  strong,
  table,
  td,
  th,
  tr,
  ul,
  units,
  uuid,
} from './letters';

const SAVING = uuid(901);
const SHARE = uuid(902);
const POSITIONS = uuid(903);
const BY_REGIME = uuid(904);
const BRIDGE = uuid(905);

const byRegime: FigureValue = {
  kind: 'table',
  columns: [
    { key: 'regime', label: 'Regime', format: null },
    { key: 'positions', label: 'Positions', format: units },
    { key: 'today', label: 'Today', format: millions },
    { key: 'account', label: 'One account', format: millions },
    { key: 'change', label: 'Change', format: millions },
    { key: 'share', label: 'Share of today', format: percentage },
  ],
  rows: [
    {
      regime: 'Uncleared swaps (17 CFR 23.154)',
      positions: '212',
      today: '184230000',
      account: '96120000',
      change: '-88110000',
      share: '0.5217',
    },
    {
      regime: 'Security-based swaps (17 CFR 240.18a-3)',
      positions: '141',
      today: '97410500',
      account: '52344000',
      change: '-45066500',
      share: '0.5374',
    },
    { regime: 'Mixed swaps', positions: '12', today: '4100000', account: '4350000', change: '250000', share: '1.061' },
    { regime: 'Total', positions: '365', today: '285740500', account: '152814000', change: '-132926500', share: '0.5348' },
  ],
  totalRow: 3,
};

const bridge: FigureValue = {
  kind: 'chart',
  chart: 'bridge',
  format: millions,
  altText: 'Bridge from the requirement under separate regimes, 285.7 million dollars, to that of one account, 152.8 million dollars.',
  points: [
    { label: 'Separate regimes', amount: '285740500', kind: 'total', agency: 'none' },
    { label: 'Swaps', amount: '-88110000', kind: 'change', agency: 'CFTC' },
    { label: 'Security-based swaps', amount: '-45066500', kind: 'change', agency: 'SEC' },
    { label: 'Mixed swaps', amount: '250000', kind: 'change', agency: 'joint' },
    { label: 'One account', amount: '152814000', kind: 'total', agency: 'harmonized' },
  ],
};

const FILLER =
  'The two Commissions margin the same economic risk under two rulebooks. A dealer that hedges a single-name position with an index, as prudent risk ' +
  'management would have it, is asked for margin on both legs as if neither knew of the other. The requirement then measures the boundary between two ' +
  'statutes and not the risk of the portfolio.';

/** A letter with every kind of node, as long as real ones are. Its names and numbers are made up. */
export function fullLetter(): LetterContent {
  const figures = [
    resolved(SAVING, 'Saving under one account', number('132926500')),
    resolved(SHARE, 'Saving as a share', number('0.4652', percentage)),
    resolved(POSITIONS, 'Positions', number('365', units)),
    resolved(BY_REGIME, 'Initial margin by regime', byRegime),
    resolved(BRIDGE, 'From separate regimes to one account', bridge),
  ];
  return letter(
    [
      section(
        'introduction',
        'Introduction',
        doc(
          p(
            'Harbour & Lyle Securities LLC (“Harbour & Lyle”)',
            note(
              'Harbour & Lyle is registered with the Commodity Futures Trading Commission as a swap dealer and with the Securities and Exchange Commission as a security-based swap dealer. It deals in credit, equity, rates and foreign exchange derivatives.',
              'The views in this letter are those of the firm and of no customer.',
            ),
            ' appreciates the opportunity to comment on the request of the two Commissions on portfolio margining.',
            note(
              p(
                'Portfolio Margining of Uncleared Swaps and Non-Cleared Security-Based Swaps, 85 Fed. Reg. 70536 (Nov. 5, 2020), ',
                link('available here', 'https://www.federalregister.gov/d/2020-23928'),
                '.',
              ),
            ),
            ' We answer the questions on which our own portfolio gives evidence, and we state for each figure the computation from which it comes.',
          ),
          p(FILLER),
        ),
      ),
      section(
        'summary',
        'Summary of positions',
        doc(
          p('In summary:'),
          ul(
            li(
              p(
                strong('One account. '),
                'Harmonized treatment in a single account would lower the requirement on our sample portfolio by ',
                fig(SAVING),
                ', or ',
                fig(SHARE),
                ', without lowering its coverage.',
              ),
            ),
            li(
              p(strong('Offsets. '), 'Offsets should be recognised where the same issuer or index stands on both legs:'),
              ul(
                li('single-name credit default swaps against an index that contains the name;'),
                li('equity total return swaps against the shares.'),
              ),
            ),
            li(p(strong('Adequacy. '), 'A lower requirement should be tested against realised losses before it is adopted.')),
          ),
          p(FILLER),
        ),
      ),
      section(
        'question',
        'Question 1',
        doc(
          p(
            'Yes. On a portfolio of ',
            fig(POSITIONS),
            ' positions the saving is ',
            fig(SAVING),
            note(p('Computed as the difference of the two totals in Table 1; the saving is ', fig(SHARE), ' of today’s requirement.')),
            ', as Table 1 shows.',
          ),
          figTable(BY_REGIME, { caption: 'Initial margin by regime, today and in one account', nodeId: 'n1' }),
          p(FILLER),
          h(1, 'Where the saving comes from'),
          p('The bridge below separates the effect of each step. ', em('See'), ' also ', cite('mou-2026'), '.'),
          figChart(BRIDGE, { caption: 'From separate regimes to one account', nodeId: 'n2' }),
          h(1, 'What it does not change'),
          h(2, 'Default waterfall'),
          p(FILLER),
          h(3, 'Segregation'),
          p(FILLER),
          ol(
            li('The counterparty’s election is in writing.'),
            li('The election is revocable:', ol(li('on ten days’ notice;'), li('at once upon default.'))),
            li('Records are kept for five years.'),
          ),
          p('The Commission has put the point this way:'),
          quote(
            p(
              'Margin requirements should reflect the risk of the positions taken together where the law permits it, so that incentives to hedge are not weakened.',
            ),
          ),
          p(FILLER, note('See 17 CFR 23.154(b)(2) and 17 CFR 240.18a-3(d).')),
        ),
        {
          question: question(
            '1',
            'Would portfolio margining of uncleared swaps and non-cleared security-based swaps in one account reduce the aggregate margin that a registrant collects? Please provide data.',
            [
              { label: 'a', text: 'If so, for which kinds of portfolio, and by how much?' },
              {
                label: 'b',
                text: 'Would the lower requirement still cover the losses observed in a period of stress, and over which horizon was this measured?',
              },
            ],
          ),
        },
      ),
      section(
        'question',
        'Which regime should apply to a mixed portfolio',
        doc(
          p(FILLER),
          p('The choices compare as follows.'),
          table(
            tr(th('Choice'), th('Benefit'), th('Cost')),
            tr(
              td('Account under CFTC rules'),
              td('One model, one call'),
              td('Security-based swaps leave the customer protection of Rule 18a-4'),
            ),
            tr(td('Account under SEC rules'), td('Protection in a stockbroker liquidation'), td('Swaps leave Part 22')),
          ),
          p(FILLER),
          p(FILLER),
          p(FILLER),
        ),
        { question: question('2', 'Should a registrant be free to choose the account in which a mixed portfolio is held?') },
      ),
      section(
        'discussion',
        'Conclusion',
        doc(p(FILLER), p('We thank the Commissions for considering these comments and would be glad to discuss them.')),
      ),
      section(
        'annex',
        'Quantitative evidence',
        doc(p(FILLER), h(1, 'Portfolio'), p(FILLER), h(2, 'Data'), p(FILLER), h(1, 'Method'), p(FILLER)),
      ),
    ],
    figures,
    {
      cc: [
        'The Honorable Chairman, Commodity Futures Trading Commission',
        'The Honorable Chairman, Securities and Exchange Commission',
        'Director, Division of Trading and Markets',
      ],
    },
  );
}
