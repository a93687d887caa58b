import type { Block, TableBlock, TableCell, TableRow } from './blocks';
import { attributeOf, childOf, childrenOf, type Formatted, isOn, nameOf, numberOf } from './formatted';

/** What Word keeps free to the left and to the right in a cell unless the table says otherwise. */
const CELL_MARGIN = 108;

/** A table with absolute widths; `readCell` reads what stands in a cell. */
export function readTable(table: Formatted, readCell: (elements: readonly Formatted[]) => Block[]): TableBlock {
  const properties = childOf(table, 'w:tblPr');
  const borders = childOf(properties, 'w:tblBorders');
  const margins = childOf(properties, 'w:tblCellMar');
  const inside = borderWidth(childOf(borders, 'w:insideH'));
  const elements = childrenOf(table).filter((row) => nameOf(row) === 'w:tr');
  const rows = elements.map((element, index): TableRow => {
    const cells = childrenOf(element).filter((cell) => nameOf(cell) === 'w:tc');
    const last = index === elements.length - 1;
    const under = childrenOf(elements[index + 1] ?? {}).filter((cell) => nameOf(cell) === 'w:tc');
    const own = cells.map((cell) => cellBorder(cell, 'w:bottom'));
    const others = under.map((cell) => cellBorder(cell, 'w:top'));
    const rule = last ? borderWidth(childOf(borders, 'w:bottom')) : inside;
    let column = 0;
    return {
      cells: cells.map((cell) => {
        const read = readOneCell(cell, column, margins, readCell);
        column += numberOf(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan'), 'w:val') ?? 1;
        return read;
      }),
      head: isOn(childOf(element, 'w:trPr'), 'w:tblHeader') === true,
      bottomBorder: Math.max(rule, ...own, ...others),
    };
  });
  return { kind: 'table', rows, topBorder: borderWidth(childOf(borders, 'w:top')) };
}

function readOneCell(
  cell: Formatted,
  column: number,
  inherited: Formatted | undefined,
  readCell: (elements: readonly Formatted[]) => Block[],
): TableCell {
  const properties = childOf(cell, 'w:tcPr');
  const own = childOf(properties, 'w:tcMar');
  const margin = (side: string, otherwise: number) =>
    numberOf(childOf(own, side), 'w:w') ?? numberOf(childOf(inherited, side), 'w:w') ?? otherwise;
  const width = numberOf(childOf(properties, 'w:tcW'), 'w:w') ?? 0;
  const merge = childOf(properties, 'w:vMerge');
  return {
    width: width - margin('w:left', CELL_MARGIN) - margin('w:right', CELL_MARGIN),
    margin: margin('w:top', 0) + margin('w:bottom', 0),
    column,
    merge: merge === undefined ? null : attributeOf(merge, 'w:val') === 'restart' ? 'begins' : 'continues',
    blocks: readCell(childrenOf(cell)),
  };
}

function cellBorder(cell: Formatted, side: string): number {
  return borderWidth(childOf(childOf(childOf(cell, 'w:tcPr'), 'w:tcBorders'), side));
}

/** The width of a rule in twentieths of a point; the file gives eighths of a point. */
function borderWidth(border: Formatted | undefined): number {
  const kind = attributeOf(border, 'w:val');
  return border === undefined || kind === 'none' || kind === 'nil' ? 0 : ((numberOf(border, 'w:sz') ?? 0) * 20) / 8;
}
