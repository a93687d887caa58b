import type { LetterSection } from '../letter-content';
import type { ProseNode } from '../schema/prose-node';
import { walkProse } from '../walk-prose';
import { kindOfObject, type TakenObject } from './objects-in-change';
import type { ReturnedObject, ReturnedSection } from './returned-document';

interface AlteredObject {
  /** as the section that was sent has it; as the file has it where it came from elsewhere */
  readonly node: ProseNode;
  readonly object: ReturnedObject;
  readonly kind: TakenObject['kind'];
}

/** The figures, citations and cross-references whose words are not what was written, in reading order. */
export function alteredObjects(sent: LetterSection, { body, objects }: ReturnedSection): readonly AlteredObject[] {
  const own = new Map<unknown, ProseNode>();
  for (const node of walkProse(sent.body)) if (node.attrs?.nodeId) own.set(node.attrs.nodeId, node);
  const found: AlteredObject[] = [];
  for (const node of walkProse(body)) {
    const name = node.attrs?.nodeId;
    const object = typeof name === 'string' ? objects[name] : undefined;
    if (object?.altered) found.push({ node: own.get(name) ?? node, object, kind: kindOfObject(node.type) });
  }
  return found;
}
