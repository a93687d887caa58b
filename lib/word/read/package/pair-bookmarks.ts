import { walkXml, type XmlElement } from './xml-tree';

/** The edges of the bookmarks that the writer set, by their elements. */
export type BookmarkEdges = ReadonlyMap<XmlElement, { readonly edge: 'start' | 'end'; readonly name: string }>;

/** The bookmarks that the writer sets. */
const OURS = /^(Sec|Fig|Obj|Act|Ver|Gen)[_0-9a-f]/;

/**
 * Where each bookmark of ours begins and ends in a part: from the first time that it begins to the last time that it ends. LibreOffice begins one
 * that reaches over a table several times, and ends it once.
 */
export function pairBookmarks(part: XmlElement): BookmarkEdges {
  const names = new Map<string, string>();
  const starts = new Map<string, XmlElement>();
  const ends = new Map<string, XmlElement>();
  for (const element of walkXml(part)) {
    const { id = '', name = '' } = element.attributes;
    if (element.name === 'w:bookmarkStart' && OURS.test(name)) {
      names.set(id, name);
      if (!starts.has(name)) starts.set(name, element);
    }
    const ended = element.name === 'w:bookmarkEnd' ? names.get(id) : undefined;
    if (ended !== undefined) ends.set(ended, element);
  }
  const edges = new Map<XmlElement, { readonly edge: 'start' | 'end'; readonly name: string }>();
  for (const [name, element] of starts) edges.set(element, { edge: 'start', name });
  for (const [name, element] of ends) edges.set(element, { edge: 'end', name });
  return edges;
}
