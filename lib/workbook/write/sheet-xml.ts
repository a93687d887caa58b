import { cleanText } from '@/lib/core/clean-text';
import { parseDecimal } from '@/lib/core/decimal';
import { type Cell, type CellPlace, type Formula, MOST_CELL_CHARACTERS, MOST_ROWS, type Sheet } from '../workbook';
import { numberStyleIndex, wordStyleIndex } from './cell-styles';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** What a spreadsheet, or a person who edits a cell there, could take for the beginning of a formula. */
const LIKE_A_FORMULA = /^[=+\-@\t\r\n]/;

/** What a spreadsheet reads as the number of a character, as in _x003D_. */
const LIKE_AN_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** The part of one sheet. Throws RangeError for a number that is no plain decimal and for more rows than a sheet holds. */
export function sheetXml(sheet: Sheet): string {
  const { widths, frozenRows, rows } = sheet;
  if (rows.length > MOST_ROWS) throw new RangeError(`The sheet ${sheet.name} has ${rows.length} rows; a sheet holds ${MOST_ROWS}.`);
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('');
  const pane =
    frozenRows > 0
      ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${frozenRows + 1}" sqref="A${frozenRows + 1}"/>`
      : '';
  const body = rows.map(
    (cells, row) =>
      `<row r="${row + 1}"${heightOf(cells, widths)}>${cells.map((cell, column) => cellXml(cell, { row, column })).join('')}</row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="13.5"/><cols>${columns}</cols><sheetData>${body.join('')}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

const LINE_HEIGHT = 13.5;
/** What a spreadsheet gives a row at most, points. */
const MOST_HEIGHT = 409;

/** The height of a row whose words take several lines; programs do not all find it by themselves. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): string {
  const lines = cells.map((cell, column) => {
    if (cell?.kind !== 'text' || cell.look === 'title' || cell.look === 'code') return 1;
    const room = Math.max(4, (widths[column] ?? 10) - 1 - (cell.indent ?? 0));
    return cell.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? '' : ` ht="${Math.min(MOST_HEIGHT, most * LINE_HEIGHT)}" customHeight="1"`;
}

function cellXml(cell: Cell, place: CellPlace): string {
  if (cell === null) return '';
  const reference = cellName(place);
  if (cell.kind === 'text') {
    const words = cut(cleanText(cell.text));
    const style = wordStyleIndex(cell.look ?? 'plain', LIKE_A_FORMULA.test(words), cell.indent ?? 0);
    return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(words.replace(LIKE_AN_ESCAPE, '_x005F_'))}</t></is></c>`;
  }
  const exact = parseDecimal(cell.value);
  if (exact === null) throw new RangeError(`${reference}: "${cell.value}" is no plain decimal.`);
  const formula = cell.formula ? `<f>${formulaText(cell.formula)}</f>` : '';
  return `<c r="${reference}" s="${numberStyleIndex(cell.look, cell.strong ?? false)}">${formula}<v>${exact.toFixed()}</v></c>`;
}

/** A formula of nothing but cells' names, so that no words of anybody can stand in one. */
function formulaText(formula: Formula): string {
  if (formula.kind === 'difference') return `${cellName(formula.of)}-${cellName(formula.less)}`;
  if (formula.kind === 'quotient') return `${cellName(formula.of)}/${cellName(formula.by)}`;
  return `SUM(${rangesOf(formula.cells).join(',')})`;
}

/** Cells below each other as a range; the others by name. */
function rangesOf(cells: readonly CellPlace[]): readonly string[] {
  const ranges: { from: CellPlace; to: CellPlace }[] = [];
  for (const cell of cells) {
    const last = ranges.at(-1);
    if (last && last.to.column === cell.column && last.to.row + 1 === cell.row) last.to = cell;
    else ranges.push({ from: cell, to: cell });
  }
  return ranges.map(({ from, to }) => (from === to ? cellName(from) : `${cellName(from)}:${cellName(to)}`));
}

/** "B7" of row 6 and column 1. */
export function cellName({ row, column }: CellPlace): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = `${String.fromCharCode(65 + ((rest - 1) % 26))}${letters}`;
  return `${letters}${row + 1}`;
}

function cut(words: string): string {
  return words.length <= MOST_CELL_CHARACTERS ? words : `${words.slice(0, MOST_CELL_CHARACTERS - 1)}…`;
}

export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
