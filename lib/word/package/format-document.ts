import type { BaseXmlComponent, Document, IContext } from 'docx';
import { attributeOf, changeableContent, childOf, childrenOf, type Formatted } from '../layout/formatted';
import { finishChart } from './finish-chart';
import { formatChart } from './format-chart';
import type { FormattedPackage, FormattedPart, Relationship } from './formatted-package';
import { rezip } from './rezip';
import { xmlPart } from './xml-text';

type Wrapper = IContext['viewWrapper'];

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * The parts of a document of the docx library, each formatted once. It stands in for the library's own packer, which formats some of them
 * several times, numbers relationships at random and zips at once, so that its bytes would have to be taken apart again. Pictures and
 * embedded fonts, which no letter has, are not written.
 */
export function formatDocument(document: Document): FormattedPackage {
  const parts = new Map<string, FormattedPart>();
  const files: FormattedPackage['files'] = new Map();
  const format = (component: BaseXmlComponent, wrapper: Wrapper = document.Document): Formatted =>
    (component.prepForXml({ file: document, viewWrapper: wrapper, stack: [] }) ?? {}) as Formatted;
  const add = (path: string, kind: string, component: BaseXmlComponent, wrapper?: Wrapper) => {
    const tree = format(component, wrapper);
    const own = wrapper === undefined ? [] : relationshipsIn(format(wrapper.Relationships));
    const relationships = wrapper === document.Document ? documentRelationships(own) : own;
    parts.set(path, { tree, contentType: `${WORD}.${kind}+xml`, relationships });
    return tree;
  };

  add('word/document.xml', 'document.main', document.Document.View, document.Document);
  add('word/footnotes.xml', 'footnotes', document.FootNotes.View, document.FootNotes);
  for (const [index, header] of document.Headers.entries()) add(`word/header${index + 1}.xml`, 'header', header.View, header);
  for (const [index, footer] of document.Footers.entries()) add(`word/footer${index + 1}.xml`, 'footer', footer.View, footer);
  const { Comments: comments, CommentsExtended: threads, CommentsIds: ids } = document;
  if (!comments.IsEmpty) add('word/comments.xml', 'comments', comments, { View: comments, Relationships: comments.Relationships });
  if (threads !== undefined) add('word/commentsExtended.xml', 'commentsExtended', threads);
  if (ids !== undefined) add('word/commentsIds.xml', 'commentsIds', ids);
  add('word/styles.xml', 'styles', document.Styles);
  finishSettings(add('word/settings.xml', 'settings', document.Settings));
  add('word/fontTable.xml', 'fontTable', document.FontTable.View);
  parts.set('word/theme/theme1.xml', {
    tree: format(document.Theme),
    contentType: 'application/vnd.openxmlformats-officedocument.theme+xml',
    relationships: [],
  });
  addFurtherParts(document, parts, files, format);
  add('word/numbering.xml', 'numbering', document.Numbering);

  const lists = new Map(
    document.Numbering.ConcreteNumbering.map((list) => [`{${list.reference}-${list.instance}}`, String(list.numId)] as const),
  );
  return { parts, files, lists };
}

/** The document's own relationships: to no endnotes, which letters have not, and to the table of fonts, which the library's packer adds. */
function documentRelationships(relationships: readonly Relationship[]): readonly Relationship[] {
  const fonts = { id: 'fonts', type: `${RELATIONSHIPS}/fontTable`, target: 'fontTable.xml', external: false };
  return [...relationships.filter(({ target }) => target !== 'endnotes.xml'), fonts];
}

/** The language of the theme's fonts, which every Word writes. */
function finishSettings(settings: Formatted): void {
  const content = changeableContent(settings);
  const background = content.indexOf(childOf(settings, 'w:displayBackgroundShape'));
  if (background >= 0) content.splice(background, 1);
  content.push({ 'w:themeFontLang': { _attr: { 'w:val': 'en-US' } } });
}

/** What parts bring along: charts, and their workbooks, which are packages themselves. */
function addFurtherParts(
  document: Document,
  parts: Map<string, FormattedPart>,
  files: FormattedPackage['files'],
  format: (component: BaseXmlComponent, wrapper?: Wrapper) => Formatted,
): void {
  const { PackageParts: further } = document;
  for (let index = 0; index < further.Array.length; index += 1) {
    const { part, path } = further.Array[index] as (typeof further.Array)[number];
    const { content, contentType } = part.options;
    if (content instanceof Uint8Array) files.set(`word/${path}`, { bytes: content, contentType });
    else if ('files' in content) {
      const inner = content.files.map(
        (file) => [file.path, file.content instanceof Uint8Array ? file.content : xmlPart(format(file.content))] as const,
      );
      files.set(`word/${path}`, { bytes: rezip(Object.fromEntries(inner)), contentType });
    } else {
      const relationships = further.createRelationships(path);
      const tree = formatChart(content, { file: document, viewWrapper: { View: content, Relationships: relationships }, stack: [] });
      finishChart(tree);
      parts.set(`word/${path}`, { tree, contentType, relationships: relationshipsIn(format(relationships)) });
    }
  }
}

function relationshipsIn(relationships: Formatted): readonly Relationship[] {
  return childrenOf(relationships).map((one) => ({
    id: attributeOf(one, 'Id') ?? '',
    type: attributeOf(one, 'Type') ?? '',
    target: attributeOf(one, 'Target') ?? '',
    external: attributeOf(one, 'TargetMode') === 'External',
  }));
}
