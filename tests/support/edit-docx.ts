import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A Word file while it is edited as another program would: by its XML. */
export class EditedDocx {
  private readonly parts: Record<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
  }

  bytes(): Uint8Array {
    return zipSync(this.parts);
  }

  /** Changes the first occurrence of a text in the document. Throws where there is none: a test that edits nothing shows nothing. */
  replace(find: string | RegExp, by: string): this {
    const document = this.read('word/document.xml');
    const after = document.replace(find, by);
    if (after === document) throw new RangeError(`The document has no ${String(find)}.`);
    this.write('word/document.xml', after);
    return this;
  }

  /** Puts words in behind others of the same run, tracked, as somebody. */
  insertTracked(behind: string, words: string, author: string): this {
    return this.splitRun(behind, (run) => `<w:ins w:id="9001" w:author="${author}" w:date="2026-09-01T10:00:00Z">${run(words)}</w:ins>`);
  }

  /** Begins a comment of somebody on some words, which stand in one run. */
  comment(about: string, words: string, author: string): this {
    const marks = (run: (text: string) => string) =>
      `<w:commentRangeStart w:id="77"/>${run(about)}<w:commentRangeEnd w:id="77"/><w:r><w:commentReference w:id="77"/></w:r>`;
    this.splitRun(about, marks, '');
    const comment = `<w:comment w:id="77" w:author="${author}" w:date="2026-09-01T11:00:00Z" w:initials="JC"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`;
    this.write(
      'word/comments.xml',
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="${W}">${comment}</w:comments>`,
    );
    const relations = this.read('word/_rels/document.xml.rels');
    if (!relations.includes('/comments"')) {
      const own = `<Relationship Id="rIdComments" Type="${R}/comments" Target="comments.xml"/>`;
      this.write('word/_rels/document.xml.rels', relations.replace('</Relationships>', `${own}</Relationships>`));
      const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
      const types = this.read('[Content_Types].xml');
      this.write(
        '[Content_Types].xml',
        types.replace('</Types>', `<Override PartName="/word/comments.xml" ContentType="${type}"/></Types>`),
      );
    }
    return this;
  }

  /** Other words in the first content control of a figure. */
  alterFigure(words: string): this {
    return this.replace(/(<w:tag w:val="mf:[^"]+"\/>[\s\S]*?<w:t(?: [^>]*)?>)[^<]*/, `$1${words}`);
  }

  private splitRun(behind: string, between: (run: (text: string) => string) => string, kept = behind): this {
    const document = this.read('word/document.xml');
    const at = document.indexOf(behind);
    if (at < 0) throw new RangeError(`The document has no “${behind}”.`);
    const [from, to] = [document.lastIndexOf('<w:r>', at), document.indexOf('</w:r>', at) + '</w:r>'.length];
    const run = document.slice(from, to);
    const format = /<w:rPr>[\s\S]*?<\/w:rPr>/.exec(run)?.[0] ?? '';
    const text = /<w:t[^>]*>([^<]*)<\/w:t>/.exec(run)?.[1] ?? '';
    const cut = text.indexOf(behind);
    const made = (words: string) => (words === '' ? '' : `<w:r>${format}<w:t xml:space="preserve">${words}</w:t></w:r>`);
    const after = `${made(text.slice(0, cut) + kept)}${between(made)}${made(text.slice(cut + behind.length))}`;
    this.write('word/document.xml', document.slice(0, from) + after + document.slice(to));
    return this;
  }

  private read(path: string): string {
    const part = this.parts[path];
    if (!part) throw new RangeError(`The file has no ${path}.`);
    return strFromU8(part);
  }

  private write(path: string, xml: string): void {
    this.parts[path] = strToU8(xml);
  }
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
