import { strFromU8, strToU8 } from 'fflate';
import type { PackageParts } from './rezip';

/** Gives the relationships of every part the ids rId1, rId2 … in their order, in place: the library makes random ones. */
export function renumberRelationships(parts: PackageParts): void {
  for (const path of Object.keys(parts)) {
    const source = sourceOf(path);
    const relationships = parts[path];
    if (source === null || relationships === undefined) continue;
    const renamed = new Map<string, string>();
    const text = strFromU8(relationships).replace(/\bId="([^"]*)"/g, (_, id: string) => {
      const own = renamed.get(id) ?? `rId${renamed.size + 1}`;
      renamed.set(id, own);
      return `Id="${own}"`;
    });
    parts[path] = strToU8(text);
    const part = parts[source];
    if (part !== undefined && renamed.size > 0) parts[source] = strToU8(withIds(strFromU8(part), renamed));
  }
}

/** "word/_rels/document.xml.rels" is of "word/document.xml". */
function sourceOf(path: string): string | null {
  const match = /^(.*)_rels\/([^/]+)\.rels$/.exec(path);
  return match ? `${match[1]}${match[2]}` : null;
}

function withIds(xml: string, renamed: ReadonlyMap<string, string>): string {
  return xml.replace(/\br:(\w+)="([^"]*)"/g, (whole, name: string, id: string) => {
    const own = renamed.get(id);
    return own === undefined ? whole : `r:${name}="${own}"`;
  });
}
