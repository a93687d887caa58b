import { sha256Hex } from '@/lib/core/hash';
import { IDENTITY_ATTRIBUTES } from './identity-attributes';
import type { ProseNode } from './prose-node';
import { sectionSchema } from './section-schema';

/**
 * The body with a name on every node that carries one, each name once. The first bearer keeps it; further ones and the nameless get one that
 * is computed from `seed` and what stands before them, so that reading the same document twice names it the same way.
 */
export function uniqueIdentities(body: ProseNode, seed = ''): ProseNode {
  const taken = new Set<string>();
  const borne = new Set<string>();
  eachName(body, (key) => taken.add(key));
  const fresh = (attribute: string, basis: string): string => {
    for (let attempt = 0; ; attempt++) {
      const id = derivedId(`${seed}/${basis}/${attempt}`);
      if (taken.has(`${attribute}:${id}`)) continue;
      taken.add(`${attribute}:${id}`);
      return id;
    }
  };
  const name = (attribute: string, value: unknown): string => {
    if (typeof value !== 'string' || value === '') return fresh(attribute, attribute);
    const key = `${attribute}:${value}`;
    if (borne.has(key)) return fresh(attribute, key);
    borne.add(key);
    return value;
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

function eachName(node: ProseNode, visit: (key: string) => void): void {
  for (const attribute of IDENTITY_ATTRIBUTES) {
    const value = node.attrs?.[attribute];
    if (typeof value === 'string' && value !== '') visit(`${attribute}:${value}`);
  }
  for (const child of node.content ?? []) eachName(child, visit);
}

/** A UUID of version 8 (made from a hash) for a seed. */
function derivedId(seed: string): string {
  const hex = sha256Hex(`marginalia section node ${seed}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
