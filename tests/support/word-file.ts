import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES =
  `xmlns:w="${W}" xmlns:r="${R}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ` +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface MadeWordFile {
  /** what stands in w:body */
  readonly body?: string;
  /** the whole main document instead */
  readonly document?: string;
  readonly mainType?: string;
  /** what stands in w:styles, w:numbering, w:footnotes, w:comments, w15:commentsEx */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  /** further relationships of the main document */
  readonly relationships?: string;
  readonly parts?: Readonly<Record<string, string>>;
}

/** A Word file made by hand, as other programs write theirs. */
export function wordFile(made: MadeWordFile): Uint8Array {
  const { body = '', mainType = `${TYPE}.document.main+xml`, relationships = '', parts = {} } = made;
  const kinds = [
    ['styles', 'w:styles', made.styles],
    ['numbering', 'w:numbering', made.numbering],
    ['footnotes', 'w:footnotes', made.footnotes],
    ['comments', 'w:comments', made.comments],
    ['commentsExtended', 'w15:commentsEx', made.commentsExtended],
  ] as const;
  const own = kinds.flatMap(([kind, root, content]) =>
    content === undefined ? [] : [{ kind, xml: `<${root} ${NAMESPACES}>${content}</${root}>` }],
  );
  const links = own.map(({ kind }, index) => `<Relationship Id="own${index}" Type="${R}/${kind}" Target="${kind}.xml"/>`).join('');
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}${relationships}</Relationships>`,
    'word/document.xml': made.document ?? `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(own.map(({ kind, xml }) => [`word/${kind}.xml`, xml])),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
