import { placeRows } from '@/lib/letter/returned/place-rows';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { TrackedEnd } from '@/lib/letter/tracked/tracked';
import { shownText } from '../inline/markers';
import { trackedEnd } from '../inline/tracking';
import { rowWords } from '../objects/exhibit-words';
import { child, propertyOf, switchOf, wholeNumber, type XmlElement } from '../package/xml-tree';
import type { Story } from '../reading';
import type { FileBlock, FileTable } from './file-block';
import { rowsOfBlocks } from './rows-of-blocks';

interface Cell {
  type: 'tableCell' | 'tableHeader';
  colspan: number;
  rowspan: number;
  readonly content: readonly ProseNode[];
}

interface Row {
  readonly tracked: TrackedEnd | null;
  readonly cells: readonly Cell[];
}

/** A table: cells that span columns and rows, head rows, rows that come or go. Cells that came or went by themselves are told. */
export function readTable(
  table: XmlElement,
  story: Story,
  readBlocks: (elements: readonly XmlElement[], story: Story) => FileBlock[],
): FileTable {
  const rows: Row[] = [];
  const words: string[] = [];
  const lines: string[] = [];
  let written = 0;
  let furniture = 0;
  let above = new Map<number, Cell>();
  for (const row of rowElements(table)) {
    const properties = child(row, 'w:trPr');
    const isHead = switchOf(properties, 'w:tblHeader') ?? false;
    const tracked = trackedEnd(properties, story.reading.log);
    const cells: Cell[] = [];
    const texts: string[] = [];
    const here = new Map<number, Cell>();
    let column = wholeNumber(propertyOf(properties, 'w:gridBefore')) ?? 0;
    for (const element of cellElements(row)) {
      const own = child(element, 'w:tcPr');
      const span = Math.min(Math.max(wholeNumber(propertyOf(own, 'w:gridSpan')) ?? 1, 1), 63);
      const merge = child(own, 'w:vMerge');
      const continued = merge && (merge.attributes.val ?? 'continue') === 'continue' ? above.get(column) : undefined;
      if (child(own, 'w:cellIns') || child(own, 'w:cellDel') || child(own, 'w:cellMerge')) {
        story.reading.log.notUnderstood(
          story.part,
          'a cell that somebody put in or took out by itself, which stands as it would be accepted',
          '',
        );
      }
      if (continued && continued.colspan === span) {
        continued.rowspan += 1;
        here.set(column, continued);
      } else {
        const blocks = readBlocks(element.children, story);
        const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
        const content = placeRows(rowsOfBlocks(blocks, story.reading));
        const headStyle = paragraphs.some(({ role }) => role.kind === 'table-head');
        const cell: Cell = {
          type: isHead || headStyle ? 'tableHeader' : 'tableCell',
          colspan: span,
          rowspan: 1,
          content: content.length > 0 ? content : [{ type: 'paragraph' }],
        };
        const said = blocks.flatMap((block) =>
          block.kind === 'paragraph' ? [shownText(block.content)] : block.kind === 'table' ? [block.words] : [],
        );
        texts.push(said.join(' '));
        lines.push(...said.filter((text) => text.trim() !== ''));
        const spoken = paragraphs.filter((paragraph) => shownText(paragraph.content).trim() !== '');
        written += spoken.length;
        furniture += spoken.filter(({ role }) => role.kind === 'furniture').length;
        cells.push(cell);
        if (merge) here.set(column, cell);
      }
      column += span;
    }
    above = here;
    words.push(rowWords(texts));
    rows.push({ tracked, cells });
  }
  const left = wholeNumber(child(child(table, 'w:tblPr'), 'w:tblInd')?.attributes.w) ?? 0;
  return {
    kind: 'table',
    node: { type: 'table', content: rows.map(finished) },
    left: Math.max(left, 0),
    words: words.join('\n'),
    furniture: written > 0 && furniture === written,
    lines,
  };
}

/** Spans grow while the rows below are read, so rows become nodes at the end. */
function finished({ tracked, cells }: Row): ProseNode {
  return {
    type: 'tableRow',
    ...(tracked ? { attrs: { tracked } } : {}),
    content: cells.map(({ type, colspan, rowspan, content }) => ({ type, attrs: { colspan, rowspan, colwidth: null }, content })),
  };
}

function rowElements(table: XmlElement): XmlElement[] {
  return table.children.flatMap((own) => (own.name === 'w:tr' ? [own] : AROUND.has(own.name) ? rowElements(inside(own)) : []));
}

function cellElements(row: XmlElement): XmlElement[] {
  return row.children.flatMap((own) => (own.name === 'w:tc' ? [own] : AROUND.has(own.name) ? cellElements(inside(own)) : []));
}

const AROUND: ReadonlySet<string> = new Set(['w:sdt', 'w:customXml', 'w:smartTag', 'w:ins', 'w:del']);

function inside(element: XmlElement): XmlElement {
  return element.name === 'w:sdt' ? (child(element, 'w:sdtContent') ?? element) : element;
}
