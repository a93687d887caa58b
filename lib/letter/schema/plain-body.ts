import type { ProseNode } from './prose-node';

/**
 * A node as ProseMirror gives it, in plain objects: its attributes have no prototype, which pages cannot be handed. A protection of none goes:
 * bodies of before there was any have none, so that the one form of a body that protects nothing is without it, and comparisons, kept
 * changes and hashes stay what they were.
 */
export function plainBody({ type, attrs, content, marks, text }: ProseNode): ProseNode {
  const { protection, ...others } = attrs ?? {};
  const own = protection === null || protection === undefined ? others : { ...attrs };
  return {
    type,
    ...(Object.keys(own).length > 0 ? { attrs: own } : {}),
    ...(content ? { content: content.map(plainBody) } : {}),
    ...(marks ? { marks: marks.map((mark) => (mark.attrs ? { ...mark, attrs: { ...mark.attrs } } : mark)) } : {}),
    ...(text === undefined ? {} : { text }),
  };
}
