import { cleanText } from '@/lib/core/clean-text';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';
import { isSafeHref } from '@/lib/letter/schema/safe-href';
import { nameOfBookmark, nameOfTag, type ObjectName } from '../../object-names';
import { objectNode } from '../objects/object-node';
import { child, propertyOf, type XmlElement } from '../package/xml-tree';
import { RANGE_MARKS } from '../range-marks';
import { fieldKind, inContents, type Story } from '../reading';
import { shortened } from '../reading-log';
import type { FileStyle } from '../styles/style-sheet';
import { drawingNodes } from './drawing';
import { COMMENT_END, COMMENT_START, isMarker, shownText } from './markers';
import { runMarks, strangeFormatting } from './run-marks';
import { symbolText } from './symbol';
import { TRACKING, trackerOf, withTracking } from './tracking';

/** Reads the blocks of a footnote; handed in, because blocks hold lines of text that hold footnotes. */
export type ReadNote = (kind: 'footnote' | 'endnote', id: string, story: Story) => ProseNode | null;

/** A bookmark of ours that begins or ends in a paragraph without both being in it; `inside` says whether words stand before it. */
export interface LooseMark {
  readonly edge: 'start' | 'end';
  readonly name: string;
  readonly afterWords: boolean;
}

/** What holds for the runs in an element. */
interface Surroundings {
  readonly tracked: readonly ProseMark[];
  readonly href: string | null;
}

interface OpenBookmark {
  readonly name: string;
  readonly from: number;
  readonly afterWords: boolean;
}

/** Reads what stands in one paragraph. */
export class InlineReader {
  nodes: ProseNode[] = [];
  readonly loose: LooseMark[] = [];
  /** whether a field of this kind stands in the paragraph: SEQ of a caption */
  readonly kinds = new Set<string>();
  /** true where a note's own mark was just read: the space behind it is no text */
  private afterOwnMark = false;
  private bookmarks: OpenBookmark[] = [];

  constructor(
    private readonly story: Story,
    private readonly style: FileStyle,
    private readonly readNote: ReadNote,
  ) {}

  read(elements: readonly XmlElement[]): void {
    this.walk(elements, { tracked: [], href: null });
    for (const { name, afterWords } of this.bookmarks) this.loose.push({ edge: 'start', name, afterWords });
    this.bookmarks = [];
  }

  private walk(elements: readonly XmlElement[], around: Surroundings): void {
    for (const element of elements) this.element(element, around);
  }

  private element(element: XmlElement, around: Surroundings): void {
    const kind = TRACKING[element.name];
    if (kind) {
      const tracked = withTracking(around.tracked, kind, trackerOf(element, this.story.reading.log));
      this.walk(element.children, { ...around, tracked });
      return;
    }
    switch (element.name) {
      case 'w:r':
        this.run(element, around);
        return;
      case 'w:hyperlink':
        this.walk(element.children, { ...around, href: this.addressOf(element) ?? around.href });
        return;
      case 'w:sdt':
        this.control(element, around);
        return;
      case 'w:fldSimple':
        this.simpleField(element, around);
        return;
      case 'w:bookmarkStart':
        this.startBookmark(element);
        return;
      case 'w:bookmarkEnd':
        this.endBookmark(element);
        return;
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        this.nodes.push({
          type: element.name === 'w:commentRangeStart' ? COMMENT_START : COMMENT_END,
          attrs: { id: element.attributes.id ?? '' },
        });
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        this.strange('a formula, of which the characters are kept', mathText(element));
        this.text(mathText(element), undefined, around);
        return;
      case 'mc:AlternateContent':
        this.walk(chosen(element), around);
        return;
      default:
        if (TRANSPARENT.has(element.name)) this.walk(element.children, around);
        else if (!SILENT.has(element.name)) this.strange(`the element ${element.name}`, '');
    }
  }

  private run(run: XmlElement, around: Surroundings): void {
    const properties = child(run, 'w:rPr');
    for (const element of run.children) this.runChild(element, properties, around);
  }

  private runChild(element: XmlElement, properties: XmlElement | undefined, around: Surroundings): void {
    switch (element.name) {
      case 'w:t':
      case 'w:delText':
        this.text(element.text.replace(/[\r\n]+/g, ' '), properties, around);
        return;
      case 'w:tab':
      case 'w:ptab':
        this.text('\t', properties, around);
        return;
      case 'w:br':
        if ((element.attributes.type ?? 'textWrapping') === 'textWrapping') this.node({ type: 'hardBreak' }, around);
        return;
      case 'w:cr':
        this.node({ type: 'hardBreak' }, around);
        return;
      case 'w:noBreakHyphen':
        this.text('\u2011', properties, around);
        return;
      case 'w:sym': {
        const text = symbolText(element.attributes.font, element.attributes.char);
        if (text === null) this.strange(`a sign of the font ${element.attributes.font ?? 'unknown'}`, '');
        this.text(text ?? '\ufffd', properties, around);
        return;
      }
      case 'w:fldChar':
        this.fieldMark(element.attributes.fldCharType ?? '');
        return;
      case 'w:instrText':
      case 'w:delInstrText': {
        const field = this.story.fields.at(-1);
        if (field && !field.inResult) field.instruction += element.text;
        return;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const note = this.readNote(
          element.name === 'w:footnoteReference' ? 'footnote' : 'endnote',
          element.attributes.id ?? '',
          this.story,
        );
        if (note) this.node(note, around);
        return;
      }
      case 'w:footnoteRef':
      case 'w:endnoteRef':
        this.afterOwnMark = true;
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        for (const node of drawingNodes(element, this.story)) this.node(node, around);
        return;
      case 'w:ruby':
        for (const own of child(element, 'w:rubyBase')?.children ?? []) this.element(own, around);
        return;
      case 'mc:AlternateContent':
        for (const own of chosen(element)) this.runChild(own, properties, around);
        return;
      default:
        if (!SILENT.has(element.name)) this.strange(`the element ${element.name}`, '');
    }
  }

  private text(raw: string, properties: XmlElement | undefined, around: Surroundings): void {
    const field = this.story.fields.at(-1);
    if (field && !field.inResult) return;
    for (const open of this.story.fields) open.text += raw;
    if (inContents(this.story)) return;
    let text = cleanText(raw);
    if (this.afterOwnMark && text !== '') {
      text = text.replace(/^[\u00a0 \t]/, '');
      this.afterOwnMark = false;
    }
    if (text === '') return;
    const strange = strangeFormatting(properties);
    if (strange !== null) this.strange(`${strange}, of which the words are kept`, text);
    const href = around.href ?? this.fieldAddress();
    const marks = runMarks(properties, this.style, this.story.reading.styles);
    const linked = href === null ? marks : [...marks, { type: 'link', attrs: { href } }];
    this.push({ type: 'text', text, marks: [...linked, ...this.reformatted(properties, linked, href), ...around.tracked] });
  }

  /** What marks the words had before somebody changed their formatting; nothing where the change is none of marks. */
  private reformatted(properties: XmlElement | undefined, now: readonly ProseMark[], href: string | null): ProseMark[] {
    const change = child(properties, 'w:rPrChange');
    if (!change) return [];
    const before = runMarks(child(change, 'w:rPr'), this.style, this.story.reading.styles);
    const linked: ProseMark[] = href === null ? before : [...before, { type: 'link', attrs: { href } }];
    const types = (marks: readonly ProseMark[]) => marks.map(({ type }) => type).join(' ');
    if (types(linked) === types(now)) return [];
    return [{ type: 'reformatted', attrs: { ...trackerOf(change, this.story.reading.log), before: linked } }];
  }

  private node(node: ProseNode, { tracked }: Surroundings): void {
    if (inContents(this.story)) return;
    if (!isMarker(node) && node.type !== 'footnote') this.afterOwnMark = false;
    this.push(tracked.length > 0 ? { ...node, marks: [...(node.marks ?? []), ...tracked] } : node);
  }

  private push(node: ProseNode): void {
    const { marks = [], ...bare } = node;
    this.nodes.push(marks.length > 0 ? { ...bare, marks } : bare);
  }

  /** Some programs keep what stands behind the # of an address apart. */
  private addressOf({ attributes }: XmlElement): string | null {
    const target = this.story.relationships.get(attributes['r:id'] ?? '')?.target;
    if (target === undefined) return null;
    return this.safe(attributes.anchor === undefined || target.includes('#') ? target : `${target}#${attributes.anchor}`);
  }

  /** The address of the innermost HYPERLINK field that is open; null where it leads within the document. */
  private fieldAddress(): string | null {
    const field = this.story.fields.findLast((open) => fieldKind(open) === 'HYPERLINK');
    const target = field && /HYPERLINK\s+"([^"]+)"/i.exec(field.instruction)?.[1];
    return target ? this.safe(target) : null;
  }

  private safe(target: string): string | null {
    const safe: boolean = isSafeHref(target);
    if (safe) return target;
    if (!target.startsWith('#')) this.strange(`a link to an address that a letter cannot have: ${shortened(target)}`, '');
    return null;
  }

  private fieldMark(type: string): void {
    const { fields } = this.story;
    if (type === 'begin') fields.push({ instruction: '', text: '', inResult: false });
    const field = fields.at(-1);
    if (type === 'separate' && field) {
      field.inResult = true;
      this.kinds.add(fieldKind(field));
    }
    if (type === 'end' && field) {
      fields.pop();
      this.fieldRead(field);
    }
  }

  private simpleField(element: XmlElement, around: Surroundings): void {
    const field = { instruction: element.attributes.instr ?? '', text: '', inResult: true };
    this.kinds.add(fieldKind(field));
    this.story.fields.push(field);
    this.walk(element.children, around);
    this.story.fields.pop();
    this.fieldRead(field);
  }

  private fieldRead(field: { readonly instruction: string; readonly text: string }): void {
    if (inContents(this.story) || fieldKind(field) === 'TOC') return;
    this.story.reading.log.field(field.instruction, field.text);
  }

  /** A content control of ours is what it names; of any other the content is kept. */
  private control(element: XmlElement, around: Surroundings): void {
    const properties = child(element, 'w:sdtPr');
    const content = child(element, 'w:sdtContent')?.children ?? [];
    if (propertyOf(child(properties, 'w:docPartObj'), 'w:docPartGallery') === 'Table of Contents') return;
    const name = nameOfTag(propertyOf(properties, 'w:tag') ?? '');
    if (name === null) {
      this.walk(content, around);
      return;
    }
    const from = this.nodes.length;
    const kinds = new Set(this.kinds);
    this.walk(content, around);
    this.capture(
      from,
      [name],
      'control',
      [...this.kinds].some((kind) => !kinds.has(kind)),
    );
  }

  private startBookmark(element: XmlElement): void {
    const name = this.story.bookmarks.get(element)?.name;
    if (name === undefined) return;
    const afterWords = this.nodes.some((node) => !isMarker(node));
    this.bookmarks.push({ name, from: this.nodes.length, afterWords });
  }

  private endBookmark(element: XmlElement): void {
    const ended = this.story.bookmarks.get(element)?.name;
    if (ended === undefined) return;
    const index = this.bookmarks.findIndex((open) => open.name === ended);
    const afterWords = this.nodes.some((node) => !isMarker(node));
    const open = this.bookmarks[index];
    const name = open && nameOfBookmark(open.name);
    if (!open || !name || open.from > this.nodes.length) {
      this.loose.push(...(open ? [{ ...open, edge: 'start' as const }] : []), { edge: 'end', name: ended, afterWords });
      if (open) this.bookmarks.splice(index, 1);
      return;
    }
    this.bookmarks.splice(index, 1);
    this.capture(open.from, [name], 'bookmark', this.nodes.slice(open.from).some(isMarker));
  }

  /** Makes the nodes from a place on the object that a control or bookmark around them names. */
  private capture(from: number, names: readonly ObjectName[], by: 'control' | 'bookmark', isField: boolean): void {
    const captured = this.nodes.splice(from);
    this.nodes.push(...objectNode(captured, names, by, isField, this.story.reading));
  }

  private strange(what: string, where: string): void {
    this.story.reading.log.notUnderstood(this.story.part, what, where === '' ? shownText(this.nodes) : where);
  }
}

/** Elements that only stand around others. */
const TRANSPARENT: ReadonlySet<string> = new Set(['w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:sdtContent']);

/** What says nothing about the text. */
const SILENT: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:proofErr',
  'w:permStart',
  'w:permEnd',
  'w:lastRenderedPageBreak',
  'w:softHyphen',
  'w:commentReference',
  'w:annotationRef',
  'w:separator',
  'w:continuationSeparator',
  'w:smartTagPr',
  ...RANGE_MARKS,
  'w:pgNum',
]);

function chosen(alternate: XmlElement): readonly XmlElement[] {
  return (child(alternate, 'mc:Choice') ?? child(alternate, 'mc:Fallback'))?.children ?? [];
}

function mathText(element: XmlElement): string {
  return element.name === 'm:t' ? element.text : element.children.map(mathText).join('');
}
