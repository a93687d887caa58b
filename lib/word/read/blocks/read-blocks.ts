import { nameOfTag } from '../../object-names';
import { InlineReader, type LooseMark } from '../inline/read-inline';
import { TRACKING, trackedEnd } from '../inline/tracking';
import { child, propertyOf, type XmlElement } from '../package/xml-tree';
import { RANGE_MARKS } from '../range-marks';
import { inContents, type Story } from '../reading';
import { headingOf, leftOf } from '../styles/style-sheet';
import type { FileBlock, FileParagraph } from './file-block';
import { formBefore } from './form-before';
import { listOf } from './list-of';
import { readNote } from './read-note';
import { readTable } from './read-table';

/** The blocks of a story. What is within a table of contents is left out: it is made anew with every export. */
export function readBlocks(elements: readonly XmlElement[], story: Story): FileBlock[] {
  return elements.flatMap((element) => blockOf(element, story));
}

function blockOf(element: XmlElement, story: Story): readonly FileBlock[] {
  switch (element.name) {
    case 'w:p':
      return paragraphOf(element, story);
    case 'w:tbl':
      return inContents(story) ? [] : [readTable(element, story, readBlocks)];
    case 'w:sdt':
      return controlOf(element, story);
    case 'w:bookmarkStart':
    case 'w:bookmarkEnd': {
      const own = story.bookmarks.get(element);
      return own ? [{ kind: 'mark', ...own, id: own.name, control: false }] : [];
    }
    case 'mc:AlternateContent':
      return readBlocks((child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'))?.children ?? [], story);
    case 'w:altChunk':
    case 'w:subDoc':
      story.reading.log.notUnderstood(story.part, 'a document put into this one', '');
      return [];
    default:
      if (AROUND.has(element.name) || TRACKING[element.name]) return readBlocks(element.children, story);
      if (!SILENT.has(element.name)) story.reading.log.notUnderstood(story.part, `the element ${element.name}`, '');
      return [];
  }
}

const AROUND: ReadonlySet<string> = new Set(['w:customXml', 'w:smartTag', 'w:sdtContent']);
const SILENT: ReadonlySet<string> = new Set([
  'w:sectPr',
  'w:tcPr',
  'w:proofErr',
  'w:permStart',
  'w:permEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  ...RANGE_MARKS,
]);

/** A control of ours stands around a table or chart; of any other the blocks are kept, of a table of contents nothing. */
function controlOf(element: XmlElement, story: Story): readonly FileBlock[] {
  const properties = child(element, 'w:sdtPr');
  if (propertyOf(child(properties, 'w:docPartObj'), 'w:docPartGallery') === 'Table of Contents') return [];
  const inner = readBlocks(child(element, 'w:sdtContent')?.children ?? [], story);
  const tag = propertyOf(properties, 'w:tag') ?? '';
  if (nameOfTag(tag) === null) return inner;
  const id = `control ${propertyOf(properties, 'w:id') ?? ''}`;
  return [
    { kind: 'mark', edge: 'start', id, name: tag, control: true },
    ...inner,
    { kind: 'mark', edge: 'end', id, name: tag, control: true },
  ];
}

function paragraphOf(element: XmlElement, story: Story): readonly FileBlock[] {
  const properties = child(element, 'w:pPr');
  const style = story.reading.styles.paragraph(propertyOf(properties, 'w:pStyle'));
  const began = inContents(story);
  const inline = new InlineReader(story, style, readNote(readBlocks));
  inline.read(element.children);
  const before = inline.loose.filter((mark) => !mark.afterWords);
  const after = inline.loose.filter((mark) => !before.includes(mark));
  const marks = (loose: readonly LooseMark[]) =>
    loose.map(({ edge, name }): FileBlock => ({ kind: 'mark', edge, id: name, name, control: false }));
  if ((began || inContents(story)) && inline.nodes.length === 0) return [...marks(before), ...marks(after)];
  const outline = style.foreign && style.role.kind === 'text' ? propertyOf(properties, 'w:outlineLvl') : undefined;
  const role = outline !== undefined && Number(outline) < 9 ? headingOf(Number(outline)) : style.role;
  const list =
    role.kind === 'text' || role.kind === 'quote' || role.kind === 'table-head' ? listOf(properties, style, story.reading.numbering) : null;
  const paragraph: FileParagraph = {
    kind: 'paragraph',
    role,
    content: inline.nodes,
    left: leftOf(properties) ?? list?.left ?? style.left ?? 0,
    list: list?.list ?? null,
    end: trackedEnd(child(properties, 'w:rPr'), story.reading.log),
    form: formBefore(properties, role, story),
    counted: inline.kinds.has('SEQ'),
  };
  return [...marks(before), paragraph, ...marks(after)];
}
