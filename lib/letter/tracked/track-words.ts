import { diffRun } from '../compare/diff-run';
import { contentOf } from '../compare/text-line';
import type { ProseNode } from '../schema/prose-node';
import type { Tracker } from './tracked';
import { markedInline } from './whole-node';

/** One line of words with everything marked that makes it another: a heading, an address, a Re: line. */
export function trackWords(before: string, after: string, by: Tracker): ProseNode[] {
  const found = diffRun([paragraph(before)], [paragraph(after)]);
  const out: ProseNode[] = [];
  let at = 0;
  for (const [from, to, nowFrom, nowTo] of found.hunks) {
    out.push(...contentOf(found.before, at, from));
    out.push(...contentOf(found.before, from, to).map((node) => markedInline(node, { kind: 'deleted', ...by })));
    out.push(...contentOf(found.after, nowFrom, nowTo).map((node) => markedInline(node, { kind: 'inserted', ...by })));
    at = to;
  }
  return [...out, ...contentOf(found.before, at, found.before.keys.length)];
}

function paragraph(text: string): ProseNode {
  return { type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] };
}
