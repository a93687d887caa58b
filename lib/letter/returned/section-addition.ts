import { compareBodies } from '../compare/compare-bodies';
import type { LetterContent, LetterSection } from '../letter-content';
import { plainTextOf } from '../schema/plain-text';
import type { ProseNode } from '../schema/prose-node';
import { settleTracked } from '../tracked/settle-tracked';
import { hasContent } from '../walk-prose';
import type { ReturnConflict } from './return-report';
import type { ReturnedSection } from './returned-document';

/**
 * A section of the file that the letter does not have, as a conflict: its words may be suggested at the end of the section before it. Null where
 * it says nothing.
 */
export function sectionAddition(
  returned: ReturnedSection,
  after: LetterSection | null | undefined,
  now: LetterContent,
): Omit<ReturnConflict, 'key'> | null {
  const body = settleTracked(returned.body, 'accept');
  if (!hasContent(body) && returned.title.trim() === '') return null;
  const under = after ?? now.sections[0];
  const heading: ProseNode = { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: returned.title }] };
  const target = under && {
    ...under.body,
    content: [...(under.body.content ?? []), ...(returned.title.trim() === '' ? [] : [heading]), ...(body.content ?? []).map(nameless)],
  };
  const changes = under && target ? compareBodies(under.body, target) : [];
  const proposal = changes.length === 1 ? (changes[0] ?? null) : null;
  return {
    ...{ kind: 'section-added', name: null, at: null, sectionId: under?.id ?? null, nodeId: null, proposal },
    place: under ? `Behind “${under.title}”` : 'The letter',
    subject: returned.title,
    ...{ sent: '', file: plainTextOf(body), now: '' },
    why: 'The letter has no such section. Its words can be suggested at the end of the section before it.',
    settlements: under ? [...(proposal ? (['suggest'] as const) : []), 'keep', 'comment'] : ['keep'],
  };
}

function nameless(node: ProseNode): ProseNode {
  const { id: _, nodeId: __, ...attrs } = node.attrs ?? {};
  return { ...node, attrs, ...(node.content ? { content: node.content.map(nameless) } : {}) };
}
