import { sha256Hex } from '@/lib/core/hash';
import { IDENTITY_ATTRIBUTES } from './node-identity';
import type { ProseNode } from './prose-node';
import { sectionSchema } from './section-schema';

/**
 * The body with a name on every node that carries one, each name once. The first bearer keeps it; further ones and the nameless get one that
 * is computed from what stands before them, so that reading the same document twice names it the same way.
 */
export function uniqueIdentities(body: ProseNode): ProseNode {
  const seen = new Map<string, number>();
  let nameless = 0;
  const name = (attribute: string, value: unknown): string => {
    if (typeof value !== 'string' || value === '') {
      nameless += 1;
      return derivedId(`${attribute}:${nameless}`);
    }
    const key = `${attribute}:${value}`;
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return earlier === 0 ? value : derivedId(`${key}:${earlier}`);
  };
  const visit = (node: ProseNode): ProseNode => {
    const known = sectionSchema.nodes[node.type]?.spec.attrs ?? {};
    const attrs: Record<string, unknown> = { ...node.attrs };
    for (const attribute of IDENTITY_ATTRIBUTES) if (attribute in known) attrs[attribute] = name(attribute, attrs[attribute]);
    return {
      ...node,
      ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
      ...(node.content ? { content: node.content.map(visit) } : {}),
    };
  };
  return visit(body);
}

/** A UUID of version 8 (made from a hash) for a seed. */
function derivedId(seed: string): string {
  const hex = sha256Hex(`marginalia section node ${seed}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
