import type { FigureFormat, FigureValue, ResolvedFigure } from '@/lib/letter/figures/figure';
import type { LetterContent, LetterFurniture, LetterSection, QuotedQuestion, SectionKind } from '@/lib/letter/letter-content';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';

/** Builders for letters, so that a case is a line: doc(p('a', em('b'), note(p('c')))). A string is a text. */
export type Inline = ProseNode | string;

const inline = (items: readonly Inline[]): ProseNode[] => items.map((item) => (typeof item === 'string' ? text(item) : item));
const node = (type: string, content: readonly ProseNode[], attrs?: Record<string, unknown>): ProseNode => ({
  type,
  content,
  ...(attrs ? { attrs } : {}),
});

export const text = (words: string, ...marks: ProseMark[]): ProseNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
export const em = (words: string) => text(words, { type: 'italic' });
export const strong = (words: string) => text(words, { type: 'bold' });
export const link = (words: string, href: string) => text(words, { type: 'link', attrs: { href } });
export const br = (): ProseNode => ({ type: 'hardBreak' });
export const doc = (...blocks: ProseNode[]) => node('doc', blocks);
export const p = (...items: Inline[]) => node('paragraph', inline(items));
export const h = (level: number, ...items: Inline[]) => node('heading', inline(items), { level });
export const ul = (...items: ProseNode[]) => node('bulletList', items);
export const ol = (...items: ProseNode[]) => node('orderedList', items);
export const li = (...blocks: (ProseNode | string)[]) =>
  node(
    'listItem',
    blocks.map((block) => (typeof block === 'string' ? p(block) : block)),
  );
export const quote = (...blocks: ProseNode[]) => node('blockquote', blocks);
export const note = (...paragraphs: (ProseNode | string)[]) =>
  node(
    'footnote',
    paragraphs.map((paragraph) => (typeof paragraph === 'string' ? p(paragraph) : paragraph)),
  );
export const table = (...rows: ProseNode[]) => node('table', rows);
export const tr = (...cells: ProseNode[]) => node('tableRow', cells);
export const th = (...items: Inline[]) => node('tableHeader', [p(...items)]);
export const td = (...items: Inline[]) => node('tableCell', [p(...items)]);

export const RUN = '00000000-0000-4000-8000-0000000000a1';
export const uuid = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

const bound =
  (type: string) =>
  (figureId: string, attrs: Record<string, unknown> = {}): ProseNode => ({
    type,
    attrs: { figureId, runId: RUN, path: '', format: null, valueAtInsertion: null, nodeId: null, ...attrs },
  });
export const fig = bound('figureNumber');
export const figTable = bound('figureTable');
export const figChart = bound('figureChart');
export const cite = (actionKey: string): ProseNode => ({ type: 'actionCitation', attrs: { actionKey } });

export const millions: FigureFormat = { style: 'money', currency: 'USD', scale: 'millions', decimals: 1 };
export const percentage: FigureFormat = { style: 'percent', currency: null, scale: 'units', decimals: 1 };
export const units: FigureFormat = { style: 'count', currency: null, scale: 'units', decimals: 0 };
export const number = (value: string, format: FigureFormat = millions): FigureValue => ({ kind: 'number', value, format });

export function resolved(figureId: string, name: string, value: FigureValue, runId: string = RUN): ResolvedFigure {
  return {
    figureId,
    runId,
    path: `test/${figureId}`,
    name,
    value,
    source: {
      analysis: 'Separate regimes against one account',
      runNumber: 3,
      asOf: '2026-06-30',
      framework: null,
      inputsHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      resultHash: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
    },
  };
}

export const FURNITURE: LetterFurniture = {
  letterhead: { firm: 'Harbour & Lyle Securities LLC', lines: ['200 Water Street', 'New York, New York 10038', 'www.example.com'] },
  date: '2026-08-24',
  deliveryLine: 'By electronic submission',
  addressees: [
    {
      agency: 'CFTC',
      lines: [
        'Mr. Christopher Kirkpatrick',
        'Secretary of the Commission',
        'U.S. Commodity Futures Trading Commission',
        'Three Lafayette Centre',
        '1155 21st Street NW',
        'Washington, DC 20581',
      ],
    },
    {
      agency: 'SEC',
      lines: ['Vanessa A. Countryman', 'Secretary', 'Securities and Exchange Commission', '100 F Street NE', 'Washington, DC 20549-1090'],
    },
  ],
  reLines: [
    'Portfolio Margining of Uncleared Swaps and Non-Cleared Security-Based Swaps (File No. S7-15-20; RIN 3038-AF07; RIN 3235-AM64)',
  ],
  salutation: 'Ladies and Gentlemen:',
  closing: 'Respectfully submitted,',
  signatories: [{ name: 'Jane Q. Example', title: 'General Counsel', entity: 'Harbour & Lyle Securities LLC' }],
  cc: [],
};

/** A section; its id is its place in the letter, given by `letter`, where none is given here. */
export function section(kind: SectionKind, title: string, body: ProseNode, more: Partial<LetterSection> = {}): LetterSection {
  return { id: '', kind, title, question: null, coverage: kind === 'question' ? 'answered' : 'not-applicable', body, ...more };
}

export const question = (key: string, words: string, parts: QuotedQuestion['parts'] = []): QuotedQuestion => ({
  key,
  label: `Question ${key}`,
  text: words,
  parts,
});

export function letter(
  letterSections: readonly LetterSection[],
  figures: readonly ResolvedFigure[] = [],
  furniture: Partial<LetterFurniture> = {},
): LetterContent {
  return {
    title: 'Comment letter',
    language: 'en-US',
    furniture: { ...FURNITURE, ...furniture },
    sections: letterSections.map((own, index) => (own.id === '' ? { ...own, id: uuid(index + 1) } : own)),
    figures: Object.fromEntries(figures.map((figure) => [`${figure.figureId}@${figure.runId}`, figure])),
  };
}
