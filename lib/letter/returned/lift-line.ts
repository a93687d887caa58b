import { joinText, sameValue } from '../compare/canonical-body';
import { diffSequences } from '../compare/diff-sequences';
import { contentOf, textLine, tokensOf } from '../compare/text-line';
import type { ProseNode } from '../schema/prose-node';
import { heldInline } from './held-inline';

/** What a node of a line becomes that still stands in the file: of the file's, by the one that was sent and what the file said of it. */
type Lift = (node: ProseNode, was: ProseNode, written: ProseNode) => ProseNode;

/**
 * The content of a line of text as a file says it (`text`), with what no file holds put back from the line that was sent. `held` is what the file
 * said when it was written. An unseen thing stands before the word or sign that it stood before, and goes with it.
 */
export function liftLine(sent: ProseNode, held: ProseNode, text: ProseNode, lift: Lift): readonly ProseNode[] {
  if (sameValue(held.content ?? [], text.content ?? [])) return sent.content ?? [];
  const units = unitsOf(sent.content ?? []);
  const [was, now] = [textLine([held]), textLine([text])];
  // the units and what a file holds of them, one after the other
  if (
    !sameValue(
      units.flatMap(({ keys }) => keys),
      was.keys,
    )
  )
    return text.content ?? [];
  const unitAt = new Map<number, number>();
  let offset = 0;
  for (const [index, { keys }] of units.entries()) {
    if (keys.length > 0) unitAt.set(offset, index);
    offset += keys.length;
  }

  const out: ProseNode[] = [];
  const keep = (at: number, nowAt: number) => {
    const index = unitAt.get(at);
    if (index === undefined) return;
    let first = index;
    while (units[first - 1]?.keys.length === 0) first -= 1;
    for (const { node } of units.slice(first, index)) out.push(node);
    out.push(
      withText(lift(now.sources[nowAt] as ProseNode, (units[index] as Unit).node, was.sources[at] as ProseNode), units[index] as Unit),
    );
  };
  const [tokens, present] = [tokensOf(was), tokensOf(now)];
  const endOf = (list: typeof tokens, index: number) => (index > 0 ? (list[index - 1]?.to ?? 0) : 0);
  let [at, nowAt] = [0, 0];
  const differences = diffSequences(
    tokens.map(({ key }) => key),
    present.map(({ key }) => key),
  );
  for (const [from, to, start, end] of differences) {
    for (; at < endOf(tokens, from); at += 1, nowAt += 1) keep(at, nowAt);
    out.push(...contentOf(now, endOf(present, start), endOf(present, end)));
    [at, nowAt] = [endOf(tokens, to), endOf(present, end)];
  }
  const stands = at < was.keys.length;
  for (; at < was.keys.length; at += 1, nowAt += 1) keep(at, nowAt);
  const last = units.findLastIndex(({ keys }) => keys.length > 0);
  if (stands) out.push(...units.slice(last + 1).map(({ node }) => node));
  return joinText(out);
}

/** A character or an atom, and the units of text that a file holds of it. */
interface Unit {
  readonly node: ProseNode;
  readonly keys: readonly string[];
}

function unitsOf(content: readonly ProseNode[]): Unit[] {
  return content
    .flatMap((node) => (node.type === 'text' ? Array.from(node.text ?? '', (text): ProseNode => ({ ...node, text })) : [node]))
    .map((node) => ({ node, keys: textLine([{ type: 'paragraph', content: heldInline([node]) }]).keys }));
}

/** A text node with the character that was sent. */
function withText(node: ProseNode, { node: { text } }: Unit): ProseNode {
  return text === undefined ? node : { ...node, text };
}
