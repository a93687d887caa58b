import type { NodeChange } from '@/lib/letter/compare/change';
import { protectionOf } from '@/lib/letter/protection/protection';

const KIND_WORDS: Readonly<Record<string, string>> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  bulletList: 'List with bullets',
  orderedList: 'Numbered list',
  listItem: 'List item',
  blockquote: 'Quotation',
  table: 'Table',
  tableRow: 'Row',
  tableHeader: 'Head cell',
  tableCell: 'Cell',
  footnote: 'Footnote',
  figureNumber: 'Figure',
  figureTable: 'Table of a run',
  figureChart: 'Chart of a run',
};

/** What became of a block whose words are the same: "Heading 1 → Heading 2". What a figure shows is said where it is drawn. */
export function nodeChangeWords({ before, after }: Pick<NodeChange, 'before' | 'after'>): string {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  if (was !== is) return `${was} → ${is}`;
  const caption = (node: NodeChange['before']) => (typeof node.attrs.caption === 'string' ? node.attrs.caption : '');
  if (caption(before) !== caption(after)) return `Caption: “${caption(before)}” → “${caption(after)}”`;
  const [held, holds] = [protectionOf(before.attrs.protection), protectionOf(after.attrs.protection)];
  if (held !== holds) return holds === null ? `${is} no longer ${held}` : `${is} now ${holds}`;
  return `${is} changed in form`;
}

function wordsOf({ type, attrs }: NodeChange['before']): string {
  const words = KIND_WORDS[type] ?? type;
  if (type === 'heading') return `${words} ${attrs.level ?? 1}`;
  if (type === 'orderedList' && attrs.start !== undefined && attrs.start !== 1) return `${words} from ${attrs.start}`;
  const spans = [attrs.colspan, attrs.rowspan].map((span) => (typeof span === 'number' ? span : 1));
  return type.startsWith('table') && spans.some((span) => span > 1) ? `${words} over ${spans[0]} × ${spans[1]}` : words;
}
