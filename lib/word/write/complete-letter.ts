import { estimatePages } from '../layout/estimate-pages';
import { fillContents } from '../layout/fill-contents';
import { attributeOf, childOf, childrenOf, type Formatted, nameOf, numberOf } from '../layout/formatted';
import { PageFields } from '../layout/page-fields';
import type { Pages } from '../layout/paginate';
import { readingOf } from '../layout/reading';
import type { FormattedPackage } from '../package/formatted-package';
import { contentsControl, contentsPlan } from './contents-table';

/** Puts in what follows from the whole letter: the contents, the numbers of captions, the pages that fields show. Gives the pages. */
export function completeLetter(formatted: FormattedPackage): Pages {
  const tree = (path: string): Formatted => formatted.parts.get(path)?.tree ?? {};
  const body = childOf(tree('word/document.xml'), 'w:body') ?? {};
  const footnotes = tree('word/footnotes.xml');
  const reading = readingOf({ styles: tree('word/styles.xml'), numbering: tree('word/numbering.xml'), footnotes, lists: formatted.lists });
  const control = contentsControl(body);
  if (control !== undefined) fillContents(body, control, contentsPlan(textWidthOf(body)), reading);

  const fields = new PageFields();
  fields.read(body);
  fields.read(footnotes);
  for (const [path, part] of formatted.parts) if (/^word\/(header|footer)\d+\.xml$/.test(path)) fields.read(part.tree);
  const headers = { first: headerOf('first', body, formatted), other: headerOf('default', body, formatted) };
  const pages = estimatePages({ body, notes: reading.noteElements, headers }, reading);
  fields.fill(pages);
  return pages;
}

/** The width of the column of text, in twentieths of a point. */
function textWidthOf(body: Formatted): number {
  const section = childOf(body, 'w:sectPr');
  const margin = (side: string) => numberOf(childOf(section, 'w:pgMar'), side) ?? 0;
  return (numberOf(childOf(section, 'w:pgSz'), 'w:w') ?? 0) - margin('w:left') - margin('w:right');
}

function headerOf(kind: 'first' | 'default', body: Formatted, formatted: FormattedPackage): Formatted | undefined {
  const reference = childrenOf(childOf(body, 'w:sectPr')).find(
    (child) => nameOf(child) === 'w:headerReference' && attributeOf(child, 'w:type') === kind,
  );
  const related = formatted.parts.get('word/document.xml')?.relationships.find(({ id }) => id === attributeOf(reference, 'r:id'));
  return related === undefined ? undefined : formatted.parts.get(`word/${related.target}`)?.tree;
}
