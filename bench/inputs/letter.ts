import type { ResolvedFigure } from '@/lib/letter/figures/figure';
import type { LetterContent, LetterFurniture, LetterSection, SectionKind } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { body, bullets, emphasis, exhibit, figure, footnote, heading, paragraph, type SampleFigure } from '@/lib/sample/prose';
import { SampleDraw } from '@/lib/sample/sample-draw';
import { keptLetter } from './kept-letter';
import { chartFigure, numberFigure, tableFigure } from './letter-figures';
import { sentence, sentences } from './words';

const SEED = 3;
const QUESTIONS = 40;
const NOTES_PER_QUESTION = 5;

const FURNITURE: LetterFurniture = {
  letterhead: { firm: 'Example Dealer LLC', lines: ['1 Example Street', 'New York, New York 10001'] },
  date: '2026-08-24',
  deliveryLine: 'By electronic submission',
  addressees: [
    { agency: 'CFTC', lines: ['Secretary of the Commission', 'Commodity Futures Trading Commission', 'Washington, DC'] },
    { agency: 'SEC', lines: ['Secretary', 'Securities and Exchange Commission', 'Washington, DC'] },
  ],
  reLines: ['Portfolio margining of uncleared swaps and non-cleared security-based swaps'],
  salutation: 'Ladies and Gentlemen:',
  closing: 'Respectfully submitted,',
  signatories: [{ name: 'Jordan Example', title: 'General Counsel', entity: 'Example Dealer LLC' }],
  cc: [],
};

/**
 * A letter of about 60 pages that answers 40 questions: 200 footnotes, 20 tables (ten of them figures of a run), 10 charts and 40 amounts in the text.
 * The same on every machine, as a version keeps it; its words and numbers are made up.
 */
export function benchLetter(): LetterContent {
  const draw = new SampleDraw(SEED);
  const figures: SampleFigure[] = [];
  const use = (make: (draw: SampleDraw, ordinal: number) => SampleFigure): SampleFigure => {
    const made = make(draw, figures.length + 1);
    figures.push(made);
    return made;
  };
  const sections: LetterSection[] = [
    section('introduction', 'Introduction', [paragraph(sentences(draw, 6)), paragraph(sentences(draw, 5))]),
    section('summary', 'Summary of positions', [bullets(...Array.from({ length: 8 }, () => [sentences(draw, 2)]))]),
  ];
  for (let number = 1; number <= QUESTIONS; number += 1) {
    const blocks = answer(draw, number, use);
    const question = { key: String(number), label: `Question ${number}`, text: sentence(draw), parts: [] };
    sections.push({ ...section('question', `Answer to question ${number}`, blocks), question, coverage: 'answered' });
  }
  sections.push(section('discussion', 'Conclusion', [paragraph(sentences(draw, 6))]));
  return keptLetter({
    title: 'Comment letter',
    language: 'en-US',
    furniture: FURNITURE,
    sections: sections.map((own, index) => ({ ...own, id: `00000000-0000-4000-9000-${String(index + 1).padStart(12, '0')}` })),
    figures: Object.fromEntries(figures.map((own) => [`${own.figureId}@${own.runId}`, resolved(own)])),
  });
}

type UseFigure = (make: (draw: SampleDraw, ordinal: number) => SampleFigure) => SampleFigure;

/** Five paragraphs with a footnote each, a heading and a list; a table in every second answer and a chart in every fourth. */
function answer(draw: SampleDraw, number: number, use: UseFigure): ProseNode[] {
  const noted = Array.from({ length: NOTES_PER_QUESTION }, () =>
    paragraph(sentence(draw), footnote(paragraph(sentence(draw))), ' ', emphasis(sentence(draw))),
  );
  return [
    paragraph('On our portfolio the difference is ', figure(use(numberFigure)), `. ${sentence(draw)}`),
    ...noted.slice(0, 3),
    heading(`What follows for question ${number}`),
    ...noted.slice(3),
    ...(number % 4 === 0 ? [exhibit(use(tableFigure), 'Requirement by regime')] : []),
    ...(number % 4 === 2 ? [textTable(draw)] : []),
    ...(number % 4 === 1 ? [exhibit(use(chartFigure), 'From separate regimes to one account')] : []),
    bullets(...Array.from({ length: 2 }, () => [sentence(draw)])),
  ];
}

function textTable(draw: SampleDraw): ProseNode {
  const cell = (type: string, text: string): ProseNode => ({ type, content: [paragraph(text)] });
  const row = (...content: ProseNode[]): ProseNode => ({ type: 'tableRow', content });
  const rows = ['Benefit', 'Cost', 'Who bears it', 'When'].map((aspect) =>
    row(cell('tableCell', aspect), cell('tableCell', sentence(draw)), cell('tableCell', sentence(draw))),
  );
  const head = row(...['Aspect', 'Today', 'Proposed'].map((label) => cell('tableHeader', label)));
  return { type: 'table', content: [head, ...rows] };
}

function section(kind: SectionKind, title: string, blocks: readonly ProseNode[]): LetterSection {
  return { id: '', kind, title, question: null, coverage: 'not-applicable', body: body(...blocks) };
}

function resolved(own: SampleFigure): ResolvedFigure {
  const source = { analysis: 'Cost of the split', runNumber: 1, asOf: '2026-06-30', framework: null, inputsHash: HASH, resultHash: HASH };
  return { ...own, source };
}

const HASH = '0'.repeat(64);
