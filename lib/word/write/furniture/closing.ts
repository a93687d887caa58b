import { type FileChild, Paragraph, Table, TableCell, TableRow } from 'docx';
import { canonicalJson } from '@/lib/core/canonical-json';
import { cleanLine } from '@/lib/core/clean-text';
import type { LetterFurniture, Signatory } from '@/lib/letter/letter-content';
import type { TrackedEnd, Tracker } from '@/lib/letter/tracked/tracked';
import { TEXT_WIDTH } from '../page';
import { changeOption } from '../tracked/change-of';
import { trackMark } from '../tracked/track-paragraph';
import { Counter, type TrackingContext, type WriteContext } from '../write-context';
import { type FurnitureLine, furnitureParagraph, trackedLines } from './furniture-line';

/**
 * Closing, signatures and copies. The closing never stands on another page than the first signatures: over one signatory it is kept with
 * the next paragraph, over several it stands in the first row of their table, because LibreOffice keeps no paragraph with a table.
 */
export function letterClosing(
  furniture: LetterFurniture,
  context: ClosingContext = { whole: null, ids: new Counter(), textWidth: TEXT_WIDTH },
): readonly FileChild[] {
  const lines = signedLines(furniture, context.textWidth);
  const signed = lines ? lines.map((line) => furnitureParagraph(line, context)) : [signatureTable(furniture, context)];
  return [...signed, ...copyLines(furniture.cc).map((line) => furnitureParagraph(line, context))];
}

type ClosingContext = TrackingContext & Pick<WriteContext, 'textWidth'>;

/** The same with what makes it of another closing marked. Several signatories, who stand in a table, go and come together. */
export function trackedClosing(before: LetterFurniture, now: LetterFurniture, by: Tracker, context: WriteContext): readonly FileChild[] {
  const [was, is] = [signedLines(before, context.textWidth), signedLines(now, context.textWidth)];
  const copies = trackedLines(copyLines(before.cc), copyLines(now.cc), by, context);
  if (was && is) return [...trackedLines(was, is, by, context), ...copies];
  const signed = ({ closing, signatories }: LetterFurniture) => canonicalJson({ closing, signatories });
  if (signed(before) === signed(now)) return [...letterClosing({ ...now, cc: [] }, context), ...copies];
  const whole = (furniture: LetterFurniture, kind: TrackedEnd['kind']) =>
    letterClosing({ ...furniture, cc: [] }, { ...context, whole: { kind, ...by } });
  // two tables that touch would grow together: what parts them was neither there before nor is to stay
  const neither = { ...changeOption({ kind: 'inserted', ...by }, context), ...changeOption({ kind: 'deleted', ...by }, context) };
  const between = was || is ? [] : [new Paragraph({ style: 'BodyText', run: neither })];
  return [...whole(before, 'deleted'), ...between, ...whole(now, 'inserted'), ...copies];
}

/** Closing and signature of one signatory; null where there are several. */
function signedLines(furniture: LetterFurniture, textWidth: number): readonly FurnitureLine[] | null {
  const [first, ...others] = signing(furniture);
  if (others.length > 0) return null;
  const indent = Math.round(textWidth / 2);
  return [...closingLine(cleanLine(furniture.closing), indent), ...(first === undefined ? [] : signatureBlock(first, indent))];
}

function signing({ signatories }: LetterFurniture): readonly Signatory[] {
  return signatories.filter(({ name, title, entity }) => cleanLine(`${name}${title}${entity}`) !== '');
}

function closingLine(closing: string, indent: number): readonly FurnitureLine[] {
  return closing === '' ? [] : [{ style: 'Closing', text: closing, form: { indent: { left: indent } } }];
}

/** A line to sign on, then name, title and entity. */
function signatureBlock(signatory: Signatory, indent: number): readonly FurnitureLine[] {
  const lines = [signatory.name, signatory.title, signatory.entity].map(cleanLine).filter((text) => text !== '');
  const rule = { top: { style: 'single', size: 4, color: '000000', space: 4 } } as const;
  return lines.map((text, index) => ({
    style: 'Signature',
    text,
    form: { indent: { left: indent }, keepNext: index < lines.length - 1, ...(index === 0 ? { border: rule } : {}) },
  }));
}

/** Several signatories stand two in a row, the closing above the first of them. */
function signatureTable(furniture: LetterFurniture, context: ClosingContext): Table {
  const signatories = signing(furniture);
  const closing = cleanLine(furniture.closing);
  const empty = (style: string) => new Paragraph({ style, ...trackMark(null, context) });
  const written = (lines: readonly FurnitureLine[]) => lines.map((line) => furnitureParagraph(line, context));
  const none = { style: 'none', size: 0, color: 'auto' } as const;
  const width = Math.round(context.textWidth / 2);
  const pairs = Array.from({ length: Math.ceil(signatories.length / 2) }, (_, row) => signatories.slice(2 * row, 2 * row + 2));
  const cell = (signatory: Signatory | undefined, above: readonly Paragraph[], last: boolean) =>
    new TableCell({
      width: { size: width, type: 'dxa' },
      margins: { marginUnitType: 'dxa', left: 0, right: 480, top: 0, bottom: last ? 120 : 720 },
      children: [...above, ...(signatory ? written(signatureBlock(signatory, 0)) : [empty('Signature')])],
    });
  return new Table({
    width: { size: 2 * width, type: 'dxa' },
    columnWidths: [width, width],
    layout: 'fixed',
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: pairs.map((pair, index) => {
      const last = index === pairs.length - 1;
      const above = closing !== '' && index === 0;
      return new TableRow({
        cantSplit: true,
        ...(context.whole ? changeOption(context.whole, context) : {}),
        children: [
          cell(pair[0], above ? written(closingLine(closing, 0)) : [], last),
          cell(pair[1], above ? [empty('Closing')] : [], last),
        ],
      });
    }),
  });
}

function copyLines(cc: readonly string[]): readonly FurnitureLine[] {
  return cc
    .map(cleanLine)
    .filter((text) => text !== '')
    .map((text, index) => {
      const first = index === 0;
      return { style: 'CopyList', text: `${first ? 'cc:' : ''}\t${text}`, ...(first ? { form: { spacing: { before: 480 } } } : {}) };
    });
}
