import type { Attributes } from '../layout/formatted';
import { coreProperties, type PackageTitle } from './core-properties';
import type { FormattedPackage, Relationship } from './formatted-package';
import { relationshipsPath } from './part-paths';
import { rezip } from './rezip';
import { type AttributeChange, escaped, XML_DECLARATION, xmlPart } from './xml-text';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Pictures and what every package has, by the endings of names. */
const ENDINGS: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
};

/**
 * The bytes of a Word file. Its properties hold the title and nothing of people, machines or times; relationships, drawings and zip entries
 * are in a fixed order and of a fixed time, so that equal content gives equal bytes.
 */
export function writePackage(formatted: FormattedPackage, title: PackageTitle): Uint8Array {
  const written: Record<string, string | Uint8Array> = {};
  const overrides: [path: string, contentType: string][] = [];
  const lists = listIds(formatted.lists);
  const formats = formatIds();
  for (const [path, { tree, contentType, relationships }] of formatted.parts) {
    const ids = new Map(relationships.map(({ id }, index) => [id, `rId${index + 1}`]));
    written[path] = xmlPart(tree, { relationships: ids, attributes: new Map([...lists, ...formats, ['wp:docPr', counted()]]) });
    if (relationships.length > 0) written[relationshipsPath(path)] = relationshipsPart(relationships);
    overrides.push([path, contentType]);
  }
  for (const [path, { bytes, contentType }] of formatted.files) {
    written[path] = bytes;
    overrides.push([path, contentType]);
  }
  written['docProps/core.xml'] = coreProperties(title);
  written['docProps/app.xml'] =
    `${XML_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`;
  overrides.push(['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml']);
  overrides.push(['docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml']);
  written['_rels/.rels'] = relationshipsPart(ROOT);
  written['[Content_Types].xml'] = contentTypes(overrides);
  return rezip(written);
}

const ROOT: readonly Relationship[] = [
  { id: '', type: `${OFFICE}/officeDocument`, target: 'word/document.xml', external: false },
  { id: '', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml', external: false },
  { id: '', type: `${OFFICE}/extended-properties`, target: 'docProps/app.xml', external: false },
];

/** The ids of lists in the place of the names that stand for them. */
function listIds(lists: ReadonlyMap<string, string>): ReadonlyMap<string, AttributeChange> {
  const change: AttributeChange = (attributes) => {
    const id = lists.get(String(attributes['w:val']));
    return id === undefined ? attributes : { ...attributes, 'w:val': id };
  };
  return new Map([['w:numId', change]]);
}

/** Changes of format are counted through the file: the runs of one text, apart by a tab or a line end, share what says of the change. */
function formatIds(): ReadonlyMap<string, AttributeChange> {
  let last = FIRST_FORMAT_ID;
  return new Map([['w:rPrChange', (attributes: Attributes) => ({ ...attributes, 'w:id': ++last })]]);
}

/** Above all other ids of changes and bookmarks. */
const FIRST_FORMAT_ID = 1_500_000_000;

/** Drawings are counted through the file: the library counts them through the process. */
function counted(): AttributeChange {
  let last = 0;
  return (attributes: Attributes) => {
    last += 1;
    return { ...attributes, id: last };
  };
}

function relationshipsPart(relationships: readonly Relationship[]): string {
  const inner = relationships.map(({ type, target, external }, index) => {
    const mode = external ? ' TargetMode="External"' : '';
    return `<Relationship Id="rId${index + 1}" Type="${escaped(type)}" Target="${escaped(target)}"${mode}/>`;
  });
  return `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${inner.join('')}</Relationships>`;
}

function contentTypes(overrides: readonly (readonly [path: string, contentType: string])[]): string {
  const endings = Object.entries(ENDINGS).map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
  const parts = overrides.map(([path, type]) => `<Override PartName="/${escaped(path)}" ContentType="${escaped(type)}"/>`);
  return `${XML_DECLARATION}<Types xmlns="${PACKAGE}/content-types">${[...endings, ...parts].join('')}</Types>`;
}
