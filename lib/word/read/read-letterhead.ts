import { readBlocks } from './blocks/read-blocks';
import { walkXml, type XmlElement } from './package/xml-tree';
import type { Story } from './reading';
import { isContents, linesOf } from './sections/stray-blocks';

/** The lines of the first page's header, which is where a letter has its letterhead; of a file without one, of no header. */
export function readLetterhead(body: XmlElement, story: Story): readonly string[] {
  const references = [...walkXml(body)].filter(({ name, attributes }) => name === 'w:headerReference' && attributes.type === 'first');
  const id = references[0]?.attributes['r:id'];
  const path = id === undefined ? undefined : story.relationships.get(id)?.target;
  const header = path === undefined ? null : story.reading.file.part(path);
  if (!header || path === undefined) return [];
  const own: Story = {
    reading: story.reading,
    part: path,
    relationships: story.reading.file.relationships(path),
    bookmarks: new Map(),
    fields: [],
    isNote: true,
  };
  return readBlocks(header.children, own)
    .filter((block) => !isContents(block))
    .flatMap(linesOf);
}
