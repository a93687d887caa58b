import type { IdSource } from '@/lib/core/ids';
import type { ProseNode } from './prose-node';

/** The body of a section in which nothing is written yet: one empty, named paragraph. */
export function emptySection(ids: IdSource): ProseNode {
  return { type: 'doc', content: [{ type: 'paragraph', attrs: { id: ids() } }] };
}
