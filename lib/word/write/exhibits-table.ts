import { type BaseXmlComponent, type FileChild, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { cleanLine } from '@/lib/core/clean-text';
import { captionOf, type LetterNumbers } from '@/lib/letter/numbering/number-letter';
import { targetKey } from '@/lib/letter/references/reference-targets';
import { textAttribute } from '@/lib/letter/walk-prose';
import { fieldInstruction, fieldMark, fieldRun, pageField } from './inline/field';
import { textRuns } from './inline/text-runs';
import { MANY_EXHIBITS, referenceBookmark } from './referred';
import type { WriteContext } from './write-context';
import { inParagraph, XmlElement } from './xml-element';

interface Entry {
  readonly text: string;
  readonly bookmark: string;
}

/** The list of tables and of charts with their pages, behind the contents; none where there are few. Its fields are filled in. */
export function exhibitsTable(numbers: LetterNumbers, context: WriteContext): readonly FileChild[] {
  if (numbers.exhibits.length < MANY_EXHIBITS) return [];
  const entries = (kind: 'table' | 'chart') =>
    numbers.exhibits.flatMap(({ kind: own, label, node }): Entry[] => {
      const id = textAttribute(node, 'nodeId');
      if (own !== kind || id === null) return [];
      const caption = cleanLine(captionOf(node) ?? context.figures[figureKeyOf(node.attrs)]?.name ?? '');
      return [{ text: caption === '' ? label : `${label}. ${caption}`, bookmark: referenceBookmark(targetKey('exhibit', id)) }];
    });
  const lists = [...list('Table', entries('table'), context.textWidth), ...list('Chart', entries('chart'), context.textWidth)];
  if (lists.length === 0) return [];
  return [new Paragraph({ style: 'TOCHeading', children: [new TextRun('Tables and Charts')] }), ...lists];
}

function figureKeyOf(attrs: Readonly<Record<string, unknown>> = {}): string {
  return `${String(attrs.figureId)}@${String(attrs.runId)}`;
}

/** One field around all the entries of a kind, by which a program makes the list anew from the captions. */
function list(label: 'Table' | 'Chart', entries: readonly Entry[], textWidth: number): Paragraph[] {
  return entries.map(({ text, bookmark }, index) => {
    const runs: BaseXmlComponent[] = [...textRuns(text), fieldRun(new XmlElement('w:tab')), pageField(bookmark)];
    const link = new XmlElement('w:hyperlink', { 'w:anchor': bookmark, 'w:history': 1 }, runs);
    const first = fieldRun(fieldMark('begin'), fieldInstruction(`TOC \\h \\z \\c "${label}"`), fieldMark('separate'));
    const parts = [...(index === 0 ? [first] : []), link, ...(index === entries.length - 1 ? [fieldRun(fieldMark('end'))] : [])];
    return new Paragraph({
      style: 'TableofFigures',
      tabStops: [{ type: 'right', position: textWidth, leader: 'dot' }],
      children: parts.map((part): ParagraphChild => inParagraph(part)),
    });
  });
}
