import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/**
 * What Word leaves of a file when all tracked changes are accepted or rejected, on its XML alone and by nothing of ours: w:ins and w:del, marks of
 * paragraphs, rows, former styles. As lines: paragraphs with their style, rows, and footnotes where their marks stand. Results of fields and the
 * contents, which a program computes anew, are left out.
 */
export function paragraphTexts(bytes: Uint8Array, side: 'accept' | 'reject'): string[] {
  const parts = unzipSync(bytes);
  const read = (part: string) => (parts[part] ? parse(strFromU8(parts[part])) : null);
  const notes = new Map(find(read('word/footnotes.xml'), 'w:footnote').map((note) => [note.attributes['w:id'] ?? '', note] as const));
  const body = find(read('word/document.xml'), 'w:body')[0];
  return body ? new Settling(side, notes).blocks(withoutContents(body.children)) : [];
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

interface Open {
  runs: string;
  style: string;
}

class Settling {
  /** how deep in fields, and which of them show their result */
  private readonly fields: boolean[] = [];

  constructor(
    private readonly side: 'accept' | 'reject',
    private readonly notes: ReadonlyMap<string, Element>,
  ) {}

  blocks(children: readonly (Element | string)[]): string[] {
    const lines: string[] = [];
    let open: Open | null = null;
    const close = () => {
      if (open && open.runs !== '') lines.push(`${open.style}: ${joined(open.runs)}`);
      open = null;
    };
    for (const child of flat(children)) {
      if (child.name === 'w:tbl') {
        const rows = kids(child, 'w:tr').filter((row) => !this.goes(kid(row, 'w:trPr')));
        if (rows.length > 0) close();
        for (const row of rows) {
          const cells = kids(row, 'w:tc').map((cell) => withoutEmptyEnd(this.blocks(cell.children)).join(' ¶ '));
          lines.push(`row: ${cells.join(' | ')}`);
        }
      }
      if (child.name !== 'w:p') continue;
      const properties = kid(child, 'w:pPr');
      const former = this.side === 'reject' ? kid(kid(properties, 'w:pPrChange'), 'w:pPr') : undefined;
      const runs: string = `${(open as Open | null)?.runs ?? ''}${this.inline(child.children)}`;
      const style = styleOf(former ?? properties);
      open = null;
      if (this.goes(kid(properties, 'w:rPr'))) open = runs === '' ? null : { runs, style };
      else lines.push(`${style}: ${joined(runs)}`);
    }
    close();
    return lines.filter((line) => !/^[^:]*: $/.test(line) || !line.startsWith('row'));
  }

  private goes(properties: Element | undefined): boolean {
    return kid(properties, this.side === 'accept' ? 'w:del' : 'w:ins') !== undefined;
  }

  private inline(children: readonly (Element | string)[]): string {
    return children.map((child) => (typeof child === 'string' ? '' : this.one(child))).join('');
  }

  private one(element: Element): string {
    switch (element.name) {
      case 'w:ins':
        return this.side === 'accept' ? this.inline(element.children) : '';
      case 'w:del':
        return this.side === 'reject' ? this.inline(element.children) : '';
      case 'w:r': {
        const properties = kid(element, 'w:rPr');
        const change = kid(properties, 'w:rPrChange');
        const own = this.side === 'reject' && change ? kid(change, 'w:rPr') : properties;
        const look = ['w:b', 'w:i', 'w:u', 'w:strike', 'w:smallCaps', 'w:vertAlign'].filter((name) => kid(own, name));
        const text = this.inline(element.children);
        // a line break looks the same in any style
        const lines = text.split('\n').map((line) => (line === '' ? '' : `<${look.join('')}>${line}</>`));
        return lines.join('\n');
      }
      case 'w:fldChar': {
        const type = element.attributes['w:fldCharType'];
        if (type === 'begin') this.fields.push(true);
        if (type === 'end') this.fields.pop();
        return '';
      }
      case 'w:t':
      case 'w:delText':
        return this.fields.length > 0 ? '' : element.children.join('');
      case 'w:tab':
        return '\t';
      case 'w:br':
        return '\n';
      case 'w:drawing':
        return `[${find(element, 'wp:docPr')[0]?.attributes.descr ?? ''}]`;
      case 'w:footnoteReference': {
        const note = this.notes.get(element.attributes['w:id'] ?? '');
        return `[note ${note ? this.blocks(note.children).join(' ¶ ') : 'lost'}]`;
      }
      case 'w:hyperlink':
      case 'w:sdt':
      case 'w:sdtContent':
        return this.inline(element.children);
      default:
        return '';
    }
  }
}

/** Without an empty paragraph at the end of a cell behind what it says: its mark can neither come nor go, and stays behind a table or quotation. */
function withoutEmptyEnd(lines: readonly string[]): readonly string[] {
  return lines.length > 1 && /^[^:]*: $/.test(lines.at(-1) ?? '') ? withoutEmptyEnd(lines.slice(0, -1)) : lines;
}

/** Neighbouring runs that look alike as one, plain ones without their sign. */
function joined(runs: string): string {
  let text = runs;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/<([\w:]*)>((?:(?!<\/>|<[\w:]*>)[\s\S])*)<\/><\1>/g, '<$1>$2');
  }
  return text.replace(/<>((?:(?!<\/>)[\s\S])*)<\/>/g, '$1');
}

/** Paragraphs and tables, also those in content controls. */
function flat(children: readonly (Element | string)[]): Element[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === 'w:sdt' || child.name === 'w:sdtContent' ? flat(child.children) : [child];
  });
}

/** Without what stands in the bookmark of the contents. */
function withoutContents(children: readonly (Element | string)[]): (Element | string)[] {
  const start = children.findIndex((child) => typeof child !== 'string' && /contents/i.test(child.attributes['w:name'] ?? ''));
  const id = start < 0 ? null : (children[start] as Element).attributes['w:id'];
  const end = children.findIndex((child) => typeof child !== 'string' && child.name === 'w:bookmarkEnd' && child.attributes['w:id'] === id);
  return start < 0 ? [...children] : [...children.slice(0, start), ...children.slice(end + 1)];
}

function styleOf(properties: Element | undefined): string {
  const numbering = kid(kid(properties, 'w:numPr'), 'w:ilvl')?.attributes['w:val'];
  const style = kid(properties, 'w:pStyle')?.attributes['w:val'] ?? '';
  return numbering === undefined ? style : `${style} ${numbering}`;
}

function kid(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child): child is Element => typeof child !== 'string' && child.name === name);
}

function kids(element: Element, name: string): Element[] {
  return flat(element.children).filter((child) => child.name === name);
}

function find(element: Element | null, name: string): Element[] {
  if (!element) return [];
  const own = element.name === name ? [element] : [];
  return [...own, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : find(child, name)))];
}

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => stack.pop());
  parser.on('text', (text) => stack.at(-1)?.children.push(text));
  parser.write(xml).close();
  return root;
}
