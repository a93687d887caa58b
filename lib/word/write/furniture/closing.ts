import { type FileChild, Paragraph, Table, TableCell, TableRow } from 'docx';
import type { LetterFurniture, Signatory } from '@/lib/letter/letter-content';
import { cleanLine } from '../../clean-text';
import { textRuns } from '../inline/text-runs';
import { TEXT_WIDTH } from '../page';

/**
 * Closing, signatures and copies. The closing never stands on another page than the first signatures: over one signatory it is kept with
 * the next paragraph, over several it stands in the first row of their table, because LibreOffice keeps no paragraph with a table.
 */
export function letterClosing(furniture: LetterFurniture): readonly FileChild[] {
  const signatories = furniture.signatories.filter(({ name, title, entity }) => cleanLine(`${name}${title}${entity}`) !== '');
  const closing = cleanLine(furniture.closing);
  const [first] = signatories;
  const signed =
    signatories.length > 1
      ? [signatureTable(signatories, closing)]
      : [...closingLine(closing, TEXT_WIDTH / 2), ...(first === undefined ? [] : signatureBlock(first, TEXT_WIDTH / 2))];
  return [...signed, ...copyList(furniture.cc)];
}

function closingLine(closing: string, indent: number): Paragraph[] {
  return closing === '' ? [] : [new Paragraph({ style: 'Closing', indent: { left: indent }, children: textRuns(closing) })];
}

/** A line to sign on, then name, title and entity. */
function signatureBlock(signatory: Signatory, indent: number): Paragraph[] {
  const lines = [signatory.name, signatory.title, signatory.entity].map(cleanLine).filter((text) => text !== '');
  const rule = { top: { style: 'single', size: 4, color: '000000', space: 4 } } as const;
  return lines.map(
    (text, index) =>
      new Paragraph({
        style: 'Signature',
        indent: { left: indent },
        keepNext: index < lines.length - 1,
        ...(index === 0 ? { border: rule } : {}),
        children: textRuns(text),
      }),
  );
}

/** Several signatories stand two in a row, the closing above the first of them. */
function signatureTable(signatories: readonly Signatory[], closing: string): Table {
  const none = { style: 'none', size: 0, color: 'auto' } as const;
  const width = TEXT_WIDTH / 2;
  const pairs = Array.from({ length: Math.ceil(signatories.length / 2) }, (_, row) => signatories.slice(2 * row, 2 * row + 2));
  const cell = (signatory: Signatory | undefined, above: readonly Paragraph[], last: boolean) =>
    new TableCell({
      width: { size: width, type: 'dxa' },
      margins: { marginUnitType: 'dxa', left: 0, right: 480, top: 0, bottom: last ? 120 : 720 },
      children: [...above, ...(signatory ? signatureBlock(signatory, 0) : [new Paragraph({ style: 'Signature' })])],
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: 'dxa' },
    columnWidths: [width, width],
    layout: 'fixed',
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: pairs.map((pair, index) => {
      const last = index === pairs.length - 1;
      const above = closing !== '' && index === 0;
      return new TableRow({
        cantSplit: true,
        children: [
          cell(pair[0], above ? closingLine(closing, 0) : [], last),
          cell(pair[1], above ? [new Paragraph({ style: 'Closing' })] : [], last),
        ],
      });
    }),
  });
}

function copyList(cc: readonly string[]): readonly FileChild[] {
  return cc
    .map(cleanLine)
    .filter((text) => text !== '')
    .map((text, index) => {
      const first = index === 0;
      return new Paragraph({
        style: 'CopyList',
        ...(first ? { spacing: { before: 480 } } : {}),
        children: textRuns(`${first ? 'cc:' : ''}\t${text}`),
      });
    });
}
