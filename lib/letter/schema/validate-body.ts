import { Node as PmNode } from '@tiptap/pm/model';
import { failure, type Result, success } from '@/lib/core/result';
import { plainBody } from './plain-body';
import type { ProseNode } from './prose-node';
import { isSafeHref } from './safe-href';
import { sectionSchema } from './section-schema';

/**
 * A section's body checked against the schema: node and mark names, attributes, what may stand in what, no footnote in a footnote, links that
 * are safe. The value has every attribute filled in, but for a protection of none. A failure is one sentence naming the first thing that is wrong.
 */
export function validateBody(body: unknown): Result<ProseNode, string> {
  if (typeof body !== 'object' || body === null || !('type' in body) || body.type !== 'doc') {
    return failure('The text of a section is a document node.');
  }
  let doc: PmNode;
  try {
    doc = PmNode.fromJSON(sectionSchema, body);
    doc.check();
  } catch (error) {
    return failure(`The text is not of the section's form: ${error instanceof Error ? error.message : 'unreadable'}.`);
  }
  const problem = firstProblem(doc);
  return problem === null ? success(plainBody(doc.toJSON() as ProseNode)) : failure(problem);
}

function firstProblem(doc: PmNode): string | null {
  let problem: string | null = null;
  doc.descendants((node, _position) => {
    if (problem !== null) return false;
    if (node.type.name === 'footnote') {
      node.descendants((inner) => {
        if (inner.type.name === 'footnote') problem = 'A footnote stands inside a footnote.';
        return problem === null;
      });
    }
    const link = node.marks.find((mark) => mark.type.name === 'link');
    if (link && !isSafeHref(link.attrs.href)) problem = 'A link leads to an address that is not http, https or mailto.';
    return problem === null;
  });
  return problem;
}
