import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const DRAWING =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const NOTE = Buffer.concat([Buffer.from([0, 0, 0, 23]), Buffer.from('tEXtAuthor\0Jane Q. Template', 'latin1'), Buffer.alloc(4)]);

/** A picture of one dot, with a note of who made it before its end. */
export const LOGO = Buffer.concat([DOT.subarray(0, -12), NOTE, DOT.subarray(-12)]);

interface HouseTemplateOptions {
  readonly font?: string;
  /** `w:pgSz` and `w:pgMar` */
  readonly page?: string;
  /** what stands in the header of the first page, and in that of every other; '' for none */
  readonly firstHeader?: string;
  readonly header?: string;
  readonly footer?: string;
  /** styles behind Normal and heading 1 */
  readonly styles?: string;
  readonly heading1?: string;
  readonly numbering?: string;
  readonly mainType?: string;
  /** parts as they are, over those that are made */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly headerRelationships?: string;
}

export const A4 =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1700" w:right="1134" w:bottom="1134" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>';

/** The header of a picture, as Word writes one. */
export const LOGO_PARAGRAPH =
  '<w:p w:rsidR="00AA11BB"><w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="457200"/><wp:docPr id="7" name="Logo" descr="C:\\Users\\jtemplate\\logo.png"/>' +
  '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="logo"/><pic:cNvPicPr/></pic:nvPicPr>' +
  '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="457200"/></a:xfrm>' +
  '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';

export const LOGO_RELATIONSHIP = `<Relationship Id="rId1" Type="${OFFICE}/image" Target="media/image1.png"/>`;

/** A Word file as a firm would bring it, with traces of people in it. */
export function houseTemplate(options: HouseTemplateOptions = {}): Uint8Array {
  const { font = 'Georgia', page = A4, firstHeader = '', header = '<w:p><w:r><w:t>House header</w:t></w:r></w:p>', footer = '' } = options;
  const mainType = options.mainType ?? `${WORD}.document.main+xml`;
  const related: string[] = [
    relationship('s', 'styles', 'styles.xml'),
    relationship('n', 'numbering', 'numbering.xml'),
    ...(header === '' ? [] : [relationship('h', 'header', 'header1.xml')]),
    ...(firstHeader === '' ? [] : [relationship('hf', 'header', 'header2.xml')]),
    ...(footer === '' ? [] : [relationship('f', 'footer', 'footer1.xml')]),
  ];
  const references = [
    ...(header === '' ? [] : ['<w:headerReference w:type="default" r:id="h"/>']),
    ...(firstHeader === '' ? [] : ['<w:headerReference w:type="first" r:id="hf"/>']),
    ...(footer === '' ? [] : ['<w:footerReference w:type="default" r:id="f"/>']),
  ];
  const section = `<w:sectPr>${references.join('')}${page}${firstHeader === '' ? '' : '<w:titlePg/>'}</w:sectPr>`;
  const words =
    '<w:p><w:ins w:id="1" w:author="Jane Q. Template" w:date="2026-01-01T00:00:00Z"><w:r><w:t>Words of the template</w:t></w:r></w:ins></w:p>';
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': contentTypes(mainType),
    '_rels/.rels': relationships([relationship('d', 'officeDocument', 'word/document.xml')]),
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Jane Q. Template</dc:creator></cp:coreProperties>',
    'word/document.xml': `<w:document ${W} ${R}><w:body>${words}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(related),
    'word/styles.xml': `<w:styles ${W}>${stylesOf(font, options)}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${W}>${options.numbering ?? ''}</w:numbering>`,
    'word/header1.xml': furniture('hdr', header),
    'word/header2.xml': furniture('hdr', firstHeader),
    'word/footer1.xml': furniture('ftr', footer),
    'word/_rels/header2.xml.rels': relationships([options.headerRelationships ?? LOGO_RELATIONSHIP]),
    'word/media/image1.png': new Uint8Array(LOGO),
    ...options.parts,
  };
  const files = Object.entries(parts).flatMap(([name, part]) =>
    part === null ? [] : [[name, typeof part === 'string' ? strToU8(part) : part] as const],
  );
  return zipSync(Object.fromEntries(files));
}

function stylesOf(font: string, { styles = '', heading1 = '' }: HouseTemplateOptions): string {
  const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/>`;
  return (
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:rsid w:val="00AA11BB"/><w:pPr><w:spacing w:after="160"/></w:pPr></w:style>' +
    `<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr>${heading1}<w:outlineLvl w:val="0"/></w:pPr>` +
    '<w:rPr><w:b/><w:color w:val="7A1F1F"/><w:sz w:val="28"/></w:rPr></w:style>' +
    styles
  );
}

function furniture(root: 'hdr' | 'ftr', content: string): string | null {
  return content === '' ? null : `<w:${root} ${W} ${R} ${DRAWING}>${content}</w:${root}>`;
}

function relationship(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
}

function relationships(all: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

function contentTypes(mainType: string): string {
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>' +
    `<Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`
  );
}
