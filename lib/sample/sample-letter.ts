import type { Coverage, LetterFurniture } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { action, body, bullets, emphasis, exhibit, figure, footnote, heading, paragraph, type SampleFigure } from './prose';

/** The figures that risk publishes in the sample, by the name under which the letter's text uses them. */
export const SAMPLE_FIGURES = {
  today: { path: 'frameworks/separate-regimes/total', name: 'Requirement today, all regimes' },
  gross: { path: 'frameworks/separate-regimes/gross', name: 'Each position on its own' },
  secSaving: { path: 'impacts/sec-account/saving', name: 'Saving, one account under SEC rules' },
  secShare: { path: 'impacts/sec-account/saving-share', name: 'Saving as a share of today, SEC rules' },
  cftcSaving: { path: 'impacts/cftc-account/saving', name: 'Saving, one account under CFTC rules' },
  cftcShare: { path: 'impacts/cftc-account/saving-share', name: 'Saving as a share of today, CFTC rules' },
  byRegime: { path: 'frameworks/separate-regimes/by-regime', name: 'Requirement today by regime' },
  byCounterparty: { path: 'impacts/sec-account/by-counterparty', name: 'Difference by counterparty, SEC rules' },
  bridge: { path: 'impacts/sec-account/bridge', name: 'Bridge to one account under SEC rules' },
  totals: { path: 'frameworks/chart', name: 'Requirement by framework' },
  adequacy: { path: 'adequacy', name: 'Saving beside adequacy' },
  offsets: { path: 'offsets/sec-account/class', name: 'Offsets between classes, one account under SEC rules' },
  horizon: { path: 'sensitivity/one-model-var/horizon', name: 'One model by its horizon' },
} as const;

export type SampleFigures = Readonly<Record<keyof typeof SAMPLE_FIGURES, SampleFigure>>;

export const SAMPLE_LETTER_TITLE = 'Sample: comment letter on portfolio margining';
export const SAMPLE_ANALYSIS_NAME = 'Sample: cost of the split';

/** What is filled in of the sample's furniture; the signatories are invented. */
export function sampleFurniture(firm: string): Partial<LetterFurniture> {
  return {
    date: '2026-12-01',
    signatories: [
      { name: 'Jordan Example', title: 'General Counsel', entity: firm },
      { name: 'Sam Specimen', title: 'Chief Risk Officer', entity: firm },
    ],
  };
}

interface SampleText {
  readonly body: ProseNode;
  readonly coverage?: Coverage;
}

/** The sample's texts by the title of their section. Two questions are answered, the rest is left to write. */
export function sampleTexts(figures: SampleFigures, firm: string): Readonly<Record<string, SampleText>> {
  const { today, gross, secSaving, secShare, cftcSaving, cftcShare, byRegime, byCounterparty, bridge, totals, adequacy, offsets, horizon } =
    figures;
  return {
    Introduction: {
      body: body(
        paragraph(
          `${firm} (the “Firm”) welcomes the chance to comment on the request named above (the “Request”).`,
          footnote(
            paragraph('This letter is a sample. The Request is invented, and so are the Firm’s positions; the calculations are real.'),
          ),
          ' The Firm is registered as a swap dealer and as a security-based swap dealer, and calculates margin for one hedged portfolio under two sets of rules every day.',
        ),
        paragraph(
          'Both Commissions have said that they want to bring the two frameworks together',
          footnote(paragraph(action('mou-2026'), '.')),
          ' and have taken first steps for cleared Treasury securities.',
          footnote(
            paragraph(
              'For the cross-margining of customers’ positions see ',
              action('sec-cross-margining-order'),
              '; ',
              action('cftc-cross-margining-order'),
              '.',
            ),
            paragraph(
              'The clearing of eligible cash transactions in Treasury securities begins under ',
              action('treasury-clearing-extension'),
              '.',
            ),
          ),
        ),
      ),
    },
    'Summary of positions': {
      body: body(
        bullets(
          ['Today’s separate calculations require ', figure(today), ' for the sample portfolio, which is hedged across the two regimes.'],
          [
            'One account under the Securities and Exchange Commission’s rules would require ',
            figure(secSaving),
            ' less (',
            figure(secShare),
            ').',
          ],
          [
            'One account under the Commodity Futures Trading Commission’s table would require ',
            figure(cftcSaving),
            ' less (',
            figure(cftcShare),
            ').',
          ],
          ['A lower requirement has to be shown to be enough: the annex sets each saving beside the losses of an invented history.'],
        ),
      ),
    },
    'Question 1': {
      coverage: 'answered',
      body: body(
        paragraph(
          'For the portfolio described in the annex, the requirements under the separate regimes sum to ',
          figure(today),
          '. Each position on its own would require ',
          figure(gross),
          '; what the separate regimes recognize as offsets accounts for the difference. A single account under 17 CFR 240.18a-3 would require ',
          figure(secSaving),
          ' less, or ',
          figure(secShare),
          ' of the sum.',
          footnote(
            paragraph(
              'Deductions for credit default swaps follow 17 CFR 240.15c3-1(c)(2)(vi)(P)(1); initial margin for uncleared swaps follows the table of 17 CFR 23.154(c). Thresholds are ignored.',
            ),
            paragraph('The saving under a single account with the table throughout would be ', figure(cftcSaving), '.'),
          ),
        ),
        exhibit(bridge, 'From today’s requirement to one account under SEC rules'),
        heading('Credit default swaps'),
        paragraph(
          'Neither rule counts an index against the single names in it. The paragraphs on credit default swaps offset the same name and, in part, the same industry sector; ',
          emphasis('they are silent on indices'),
          '. A hedge that a risk manager sees as one position is therefore margined as two.',
        ),
        heading('Equity swaps'),
        paragraph(
          'The haircut for equities takes the greater side in full and the lesser side only above a quarter of it, so that a long basket against a short index draws one charge where the table of 17 CFR 23.154(c) draws two.',
        ),
        exhibit(byRegime, 'Requirement today by regime'),
      ),
    },
    'Question 2': {
      coverage: 'partly',
      body: body(
        paragraph(
          'The difference falls unevenly. The table shows it by counterparty: most would be asked for less, and some for more, because an account under one rulebook changes the charge on a position as well as the offsets between positions.',
        ),
        exhibit(byCounterparty, 'Difference by counterparty'),
        paragraph(
          'Whether a lower requirement changes how much these counterparties hedge, the Firm has not measured, and does not claim.',
        ),
      ),
    },
    'Quantitative evidence': {
      body: body(
        heading('Portfolio and method'),
        paragraph(
          'The portfolio holds 400 synthetic positions of eight counterparties as of June 30, 2026. Every amount was calculated by one run whose inputs and result are identified by their hashes in the table of figures.',
        ),
        exhibit(totals, 'Requirement by framework'),
        heading('Adequacy'),
        paragraph(
          'A requirement was held against the losses of five hundred days for every position. The history is invented, as the positions are; with a firm’s own history the same table is evidence.',
        ),
        exhibit(adequacy, 'Saving beside adequacy'),
        heading('Where the offsets are'),
        exhibit(offsets, 'What margining two classes together takes off, one account under SEC rules'),
        heading('What the amounts depend on'),
        exhibit(horizon, 'Requirement under one model by the days that it covers'),
        heading('Limits'),
        bullets(
          [
            'No SEC rule text that was read gives a deduction for interest-rate and currency swaps. The CFTC table stands in for them in the single SEC account.',
          ],
          ['The losses are those of a history from which the model’s own requirement was computed: for the model the test is in sample.'],
        ),
      ),
    },
  };
}
