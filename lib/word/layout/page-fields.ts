import { attributeOf, attributesOf, changeableContent, type Formatted, nameOf, textOf } from './formatted';
import type { Pages } from './paginate';

/** A field whose result is a page, and the text that is its result. */
interface PageField {
  /** The bookmark that it shows the page of; null where it shows how many pages there are. */
  readonly bookmark: string | null;
  readonly result: { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, string] };
}

/**
 * The fields of a letter as they are filled in when the file is written, so that no program asks to update them: captions are numbered at
 * once (SEQ), pages (PAGEREF, NUMPAGES) when they are known. Other fields keep the results that they were given.
 */
export class PageFields {
  private readonly fields: PageField[] = [];
  private readonly sequences = new Map<string, number>();

  /** Finds the fields in a part, in reading order. */
  read(root: Formatted): void {
    this.readIn(root, [], false);
  }

  /** Writes the pages into the fields that were read. A bookmark on no page leaves its field empty. */
  fill({ bookmarks, count }: Pages): void {
    for (const { bookmark, result } of this.fields) {
      const page = bookmark === null ? count : bookmarks.get(bookmark);
      result['w:t'][1] = page === undefined ? '' : String(page);
    }
  }

  private readIn(parent: Formatted, open: OpenField[], deleted: boolean): void {
    const content = changeableContent(parent);
    for (let index = 0; index < content.length; index += 1) {
      const element = content[index] as Formatted;
      const name = typeof element === 'object' && element !== null ? nameOf(element) : '';
      switch (name) {
        case 'w:fldChar':
          index += this.readMark(element, open, content, index, deleted);
          break;
        case 'w:instrText': {
          const field = open.at(-1);
          if (field !== undefined && !field.inResult) field.instruction += textOf(element);
          break;
        }
        case 'w:t':
          if (open.at(-1)?.replaced === true) content.splice(index--, 1);
          break;
        default:
          if (CONTAINERS.has(name)) this.readIn(element, open, deleted || name === 'w:del' || name === 'w:moveFrom');
      }
    }
  }

  /** The beginning, middle or end of a field; gives how many elements were put in behind it. */
  private readMark(mark: Formatted, open: OpenField[], content: unknown[], index: number, deleted: boolean): number {
    const kind = attributeOf(mark, 'w:fldCharType');
    if (kind === 'begin') {
      withoutDirt(mark, 'w:fldChar');
      open.push({ instruction: '', inResult: false, replaced: false });
    }
    if (kind === 'end') open.pop();
    const field = open.at(-1);
    if (kind !== 'separate' || field === undefined) return 0;
    field.inResult = true;
    const result = deleted ? null : this.resultOf(field.instruction);
    if (result === null) return 0;
    field.replaced = true;
    content.splice(index + 1, 0, result);
    return 1;
  }

  private resultOf(instruction: string): Formatted | null {
    const [kind = '', argument = ''] = instruction.trim().split(/\s+/);
    if (kind === 'SEQ') {
      const number = (this.sequences.get(argument) ?? 0) + 1;
      this.sequences.set(argument, number);
      return textElement(String(number));
    }
    if (kind !== 'PAGEREF' && kind !== 'NUMPAGES') return null;
    const result = textElement('');
    this.fields.push({ bookmark: kind === 'PAGEREF' ? argument : null, result });
    return result;
  }
}

interface OpenField {
  instruction: string;
  inResult: boolean;
  replaced: boolean;
}

/** What fields stand in, directly or further in. */
const CONTAINERS: ReadonlySet<string> = new Set([
  ...['w:body', 'w:footnotes', 'w:footnote', 'w:hdr', 'w:ftr', 'w:p', 'w:r', 'w:hyperlink', 'w:sdt', 'w:sdtContent'],
  ...['w:ins', 'w:del', 'w:moveTo', 'w:moveFrom', 'w:tbl', 'w:tr', 'w:tc'],
]);

function textElement(text: string): PageField['result'] {
  return { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, text] };
}

/** Without the mark by which a program would ask whether to update the field. */
function withoutDirt(element: Formatted, name: string): void {
  const { 'w:dirty': dirty, ...attributes } = attributesOf(element) ?? {};
  if (dirty !== undefined) (element as Record<string, unknown>)[name] = { _attr: attributes };
}
