const KINDS: Readonly<Record<string, string>> = {
  paragraph: 'paragraph',
  bulletList: 'list with bullets',
  orderedList: 'numbered list',
  listItem: 'list item',
  blockquote: 'quotation',
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'head cell',
  figureNumber: 'figure',
  figureTable: 'table of a run',
  figureChart: 'chart of a run',
  footnote: 'footnote',
  actionCitation: 'citation',
  citation: 'citation',
  crossReference: 'cross-reference',
};

/** What a node is called in a sentence: "heading 2", "row". */
export function kindWords({ type, attrs }: { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }): string {
  return type === 'heading' ? `heading ${String(attrs?.level ?? 1)}` : (KINDS[type] ?? 'block');
}
