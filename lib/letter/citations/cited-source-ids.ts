import type { LetterSection } from '../letter-content';
import { textAttribute, walkProse } from '../walk-prose';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The ids of the sources that texts cite, each once, in reading order; what is no id is left out. */
export function citedSourceIds(sections: readonly Pick<LetterSection, 'body'>[]): readonly string[] {
  const ids = new Set<string>();
  for (const { body } of sections) {
    for (const node of walkProse(body)) {
      const id = node.type === 'citation' ? textAttribute(node, 'sourceId') : null;
      if (id !== null && ID.test(id)) ids.add(id.toLowerCase());
    }
  }
  return [...ids];
}
