import type { ProseMark, ProseNode } from '../schema/prose-node';
import { repairBody } from '../schema/repair-body';
import { sectionSchema } from '../schema/section-schema';
import { uniqueIdentities } from '../schema/unique-identities';

/**
 * A body in the one form in which bodies are compared: as the schema has it, attributes filled in (but for a protection of none), marks in order, neighbouring text of the
 * same marks joined, every node named once. What a room gives (bodyOfRoom) comes back equal. New names follow from `seed`.
 */
export function canonicalBody(body: ProseNode, seed = () => ''): ProseNode {
  return isCanonical(body, null, new Set()) ? body : uniqueIdentities(normalBody(body), seed());
}

/**
 * The same without a look at the names, where some may be there twice for a moment. `repaired` false leaves what the schema does not allow, for
 * validateBody to tell.
 */
export function normalBody(body: ProseNode, repaired = true): ProseNode {
  return joined(repaired ? repairBody(body).body : body);
}

/** Whether a body has the form already, as one has that was kept: much quicker than to give it the form. */
function isCanonical(node: ProseNode, before: ProseNode | null, names: Set<unknown>): boolean {
  const attributes = attributesOf(node.type);
  if (!attributes) return false;
  const attrs = node.attrs ?? {};
  for (const attribute of attributes) {
    const value = attrs[attribute];
    if (attribute === 'protection') {
      if (value === null) return false;
      continue;
    }
    if (value === undefined) return false;
    if (attribute !== 'id' && attribute !== 'nodeId') continue;
    if (typeof value !== 'string' || value === '' || names.has(`${attribute} ${value}`)) return false;
    names.add(`${attribute} ${value}`);
  }
  if (node.type === 'text') return Boolean(node.text) && (before?.type !== 'text' || !sameMarks(before.marks, node.marks));
  let last: ProseNode | null = null;
  for (const child of node.content ?? []) {
    if (!isCanonical(child, last, names)) return false;
    last = child;
  }
  return node.type === 'doc' ? (node.content?.length ?? 0) > 0 : node.content?.length !== 0;
}

const known = new Map<string, readonly string[] | null>();

function attributesOf(type: string): readonly string[] | null {
  let attributes = known.get(type);
  if (attributes === undefined) {
    const spec = sectionSchema.nodes[type]?.spec;
    attributes = spec ? Object.keys(spec.attrs ?? {}) : null;
    known.set(type, attributes);
  }
  return attributes;
}

function joined(node: ProseNode): ProseNode {
  if (!node.content || node.content.length === 0) return node;
  return { ...node, content: joinText(node.content.map(joined)) };
}

/** The same inline content with neighbouring text of the same marks in one node, and no empty text. */
export function joinText(content: readonly ProseNode[]): ProseNode[] {
  const out: ProseNode[] = [];
  for (const node of content) {
    const last = out.at(-1);
    if (node.type !== 'text' || last?.type !== 'text' || !sameMarks(node.marks, last.marks)) {
      if (node.type !== 'text' || node.text) out.push(node);
      continue;
    }
    out[out.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` };
  }
  return out;
}

/** Whether two sets of marks are the same, in whatever order. */
export function sameMarks(one: readonly ProseMark[] = [], other: readonly ProseMark[] = []): boolean {
  return one === other || (one.length === other.length && one.every((mark) => other.some((own) => sameMark(mark, own))));
}

export function sameMark(one: ProseMark, other: ProseMark): boolean {
  return one.type === other.type && sameValue(one.attrs ?? {}, other.attrs ?? {});
}

/** Whether two JSON values are equal, whatever the order of their keys; an absent value is equal to null. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other || (isNone(one) && isNone(other))) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((value, index) => sameValue(value, other[index]));
  }
  const [own, its] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = Object.keys(own).filter((key) => !isNone(own[key]));
  if (keys.length !== Object.keys(its).filter((key) => !isNone(its[key])).length) return false;
  return keys.every((key) => sameValue(own[key], its[key]));
}

function isNone(value: unknown): boolean {
  return value === undefined || value === null;
}
