import type { FigureValue, ResolvedFigure } from '@/lib/letter/figures/figure';
import type { LetterContent, LetterSection } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { SampleDraw } from '@/lib/sample/sample-draw';
import {
  doc,
  em,
  fig,
  figChart,
  figTable,
  h,
  letter,
  li,
  millions,
  note,
  number,
  ol,
  p,
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

const CLAUSES: readonly [string, ...string[]] = [
  'the requirement is set for each position as if it stood alone',
  'hedges across the two statutes are not recognised',
  'a portfolio that is balanced in risk is charged twice',
  'the model that a regulator approved for one product may not be used for the other (17 CFR 23.154)',
  'a customer’s collateral is held under two sets of rules—one for swaps, one for security-based swaps',
  'an end-user with both products signs two sets of documents',
  'the cost is borne by those who hedge',
  'in 2025, $1.4 billion was called on legs that offset one another',
];

/** What a letter of many pages is mostly made of. */
export type Flavour = 'prose' | 'notes' | 'tables' | 'lists' | 'figures';

/** A letter of a number of answers, the same for the same seed, in which one kind of block is frequent: for comparing pages. */
export function pagedLetter(flavour: Flavour, answers: number, seed: number): LetterContent {
  const draw = new SampleDraw(seed);
  const sections = Array.from({ length: answers }, (_, index) => answer(flavour, index + 1, draw));
  const opening = section('introduction', 'Introduction', doc(p(words(draw, 4)), p(words(draw, 3))));
  const annex = section('annex', 'Data and method', doc(h(1, 'Portfolio'), p(words(draw, 5)), h(1, 'Method'), p(words(draw, 4))));
  const figures = flavour === 'figures' || flavour === 'tables' ? FIGURES : [];
  return letter([opening, ...sections, section('discussion', 'Conclusion', doc(p(words(draw, 3)))), annex], figures);
}

function answer(flavour: Flavour, ordinal: number, draw: SampleDraw): LetterSection {
  const blocks: ProseNode[] = [p(words(draw, draw.between(2, 5)))];
  for (let part = 0; part < draw.between(2, 4); part += 1) {
    if (part > 0) blocks.push(h(draw.between(1, 2), `Point ${part} of answer ${ordinal}`));
    blocks.push(...BLOCKS[flavour](draw), p(words(draw, draw.between(1, 4))));
  }
  return section('question', `Matter ${ordinal} of the request`, doc(...blocks), {
    question: question(`${ordinal}`, words(draw, draw.between(1, 3))),
  });
}

const BLOCKS: Readonly<Record<Flavour, (draw: SampleDraw) => ProseNode[]>> = {
  prose: (draw) => [p(strong('In short. '), words(draw, 3), ' ', em(words(draw, 2)))],
  notes: (draw) => [
    p(words(draw, 1), note(`See ${words(draw, draw.between(1, 3))}`), ' ', words(draw, 1), note(words(draw, 1), words(draw, 2))),
    p(words(draw, 2), note(words(draw, draw.between(1, 2)))),
  ],
  tables: (draw) => [
    table(
      tr(th('Aspect'), th('Today'), th('Proposed')),
      ...Array.from({ length: draw.between(2, 5) }, (_, row) => tr(td(`Row ${row + 1}`), td(words(draw, 1)), td(words(draw, 1)))),
    ),
    figTable(BY_REGIME, { caption: 'Requirement by regime' }),
  ],
  lists: (draw) => [
    ol(li(words(draw, 1)), li(p(words(draw, 1)), ul(li(words(draw, 1)), li('Short.'))), li(words(draw, 2))),
    quote(p(words(draw, 2)), p(words(draw, 1))),
  ],
  figures: (draw) => [
    p('The difference is ', fig(SAVING), note(words(draw, 1)), '. ', words(draw, 1)),
    draw.between(0, 1) === 0 ? figChart(BRIDGE, { caption: 'One account' }) : figTable(BY_REGIME, { caption: 'By regime' }),
  ],
};

function words(draw: SampleDraw, sentences: number): string {
  return Array.from({ length: sentences }, () => {
    const clause = `${draw.from(CLAUSES)}${draw.between(0, 2) === 0 ? `, and ${draw.from(CLAUSES)}` : ''}`;
    return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
  }).join(' ');
}

const SAVING = uuid(801);
const BY_REGIME = uuid(802);
const BRIDGE = uuid(803);

const byRegime: FigureValue = {
  kind: 'table',
  columns: [
    { key: 'regime', label: 'Regime', format: null },
    { key: 'positions', label: 'Positions', format: units },
    { key: 'today', label: 'Today', format: millions },
  ],
  rows: ['Uncleared swaps', 'Security-based swaps', 'Mixed swaps', 'Options on securities', 'Total'].map((regime, index) => ({
    regime,
    positions: `${12 * (index + 1)}`,
    today: `${41_000_000 * (index + 1)}`,
  })),
  totalRow: 4,
};

const bridge: FigureValue = {
  kind: 'chart',
  chart: 'bridge',
  format: millions,
  altText: 'From separate regimes to one account.',
  points: [
    { label: 'Separate', amount: '100000000', kind: 'total', agency: 'none' },
    { label: 'Swaps', amount: '-40000000', kind: 'change', agency: 'CFTC' },
    { label: 'One account', amount: '60000000', kind: 'total', agency: 'harmonized' },
  ],
};

const FIGURES: readonly ResolvedFigure[] = [
  resolved(SAVING, 'Saving', number('40000000')),
  resolved(BY_REGIME, 'Requirement by regime', byRegime),
  resolved(BRIDGE, 'From separate regimes to one account', bridge),
];
