import { sameValue } from '../compare/canonical-body';
import { isTextBlock } from '../compare/node-name';
import type { ProseNode } from '../schema/prose-node';
import { isGoing, isGone, type Side, trackedEndOf, trackedFormOf } from './side';
import type { TrackedEnd, TrackedForm, Tracker } from './tracked';

/**
 * Paragraph marks as Word can take them. A block that holds nothing on one side comes or goes with its mark, so that no empty paragraph is left.
 * The last mark of a cell or footnote can neither come nor go: there the mark before it does instead, which leaves the same words.
 */
export function tidyEnds(body: ProseNode): ProseNode {
  return { ...body, content: tidyStory(body.content ?? [], { accept: false, reject: false }) };
}

/** Whether words of a block before flow over into the next one, on each side. */
type Flowing = { -readonly [S in Side]: boolean };

function tidyStory(blocks: readonly ProseNode[], flowing: Flowing): ProseNode[] {
  return blocks.map((block) => {
    if (isTextBlock(block)) return tidyText(withTidyNotes(block), flowing);
    if (block.type === 'table') return { ...block, content: (block.content ?? []).map(tidyRow) };
    return block.content ? { ...block, content: tidyStory(block.content, flowing) } : block;
  });
}

function tidyRow(row: ProseNode): ProseNode {
  return { ...row, content: (row.content ?? []).map((cell) => ({ ...cell, content: tidyLast(cell.content ?? []) })) };
}

function withTidyNotes(block: ProseNode): ProseNode {
  if (!block.content?.some(({ type }) => type === 'footnote')) return block;
  const content = block.content.map((node) => (node.type === 'footnote' ? { ...node, content: tidyLast(node.content ?? []) } : node));
  return { ...block, content };
}

function tidyText(block: ProseNode, flowing: Flowing): ProseNode {
  const words = block.content ?? [];
  const holds = (side: Side) => flowing[side] || words.some((node) => !isGone(node, side));
  const [now, was] = [holds('accept'), holds('reject')];
  const end = trackedEndOf(block) ?? (now === was ? null : endFrom(words, now ? 'inserted' : 'deleted'));
  for (const side of ['accept', 'reject'] as const) flowing[side] = end !== null && isGoing(end.kind, side) && holds(side);
  return end && !trackedEndOf(block) ? { ...block, attrs: { ...block.attrs, trackedEnd: end } } : block;
}

/** A mark that comes or goes with words that do. */
function endFrom(words: readonly ProseNode[], kind: TrackedEnd['kind']): TrackedEnd | null {
  const mark = words.flatMap(({ marks }) => marks ?? []).find(({ type }) => type === kind);
  return mark ? { kind, author: String(mark.attrs?.author), at: String(mark.attrs?.at) } : null;
}

/** The blocks of a cell or footnote whose last ones come or go. */
function tidyLast(blocks: readonly ProseNode[]): ProseNode[] {
  if (!blocks.every(isTextBlock)) return tidyStory(blocks, { accept: false, reject: false });
  const tidied = blocks.map(withTidyNotes);
  let start = tidied.length;
  while (start > 0 && wholeKind(tidied[start - 1] as ProseNode) !== null) start -= 1;
  const rest = tidied.slice(start);
  const kept = tidied.slice(0, start);
  const beside = kept.at(-1);
  const gone = rest.filter((block) => wholeKind(block) === 'deleted');
  const come = rest.filter((block) => wholeKind(block) === 'inserted');
  if (rest.length === 0 || (beside && trackedEndOf(beside))) return tidied;
  const [lastGone, firstCome] = [gone.at(-1), come[0]];
  if (lastGone && firstCome) {
    const merged = { ...firstCome, content: [...(lastGone.content ?? []), ...(firstCome.content ?? [])] };
    const others = [
      withFormBefore(merged, lastGone),
      ...come.slice(1, -1),
      ...come
        .slice(1)
        .slice(-1)
        .map((last) => withFormBefore(last, lastGone)),
    ];
    return [...kept, ...gone.slice(0, -1), ...others.map((block, index) => (index === others.length - 1 ? withoutEnd(block) : block))];
  }
  if (!beside) return tidied;
  const end = trackedEndOf(rest.at(-1) as ProseNode) as TrackedEnd;
  const ended = { ...beside, attrs: { ...beside.attrs, trackedEnd: end } };
  const last = withoutEnd(rest.at(-1) as ProseNode);
  const shifted = firstCome ? withFormBefore(last, beside) : withFormNow(last, beside, end);
  return [...kept.slice(0, -1), ended, ...rest.slice(0, -1), shifted];
}

function wholeKind(block: ProseNode): TrackedEnd['kind'] | null {
  const kind = trackedEndOf(block)?.kind ?? null;
  return kind !== null && (block.content ?? []).every(({ marks }) => marks?.some(({ type }) => type === kind)) ? kind : null;
}

function withoutEnd(block: ProseNode): ProseNode {
  const { trackedEnd: _end, ...attrs } = block.attrs ?? {};
  return { ...block, attrs };
}

function formOf({ type, attrs }: ProseNode): TrackedForm['before'] {
  const { id: _id, trackedEnd: _end, trackedForm: _form, ...own } = attrs ?? {};
  return { type, attrs: own };
}

function formBefore(block: ProseNode): TrackedForm['before'] {
  return trackedFormOf(block)?.before ?? formOf(block);
}

/** A block that comes, on whose mark another one ended before. */
function withFormBefore(block: ProseNode, beside: ProseNode): ProseNode {
  const before = formBefore(beside);
  const by = trackedEndOf(block) ?? endFrom(block.content ?? [], 'inserted');
  return by && !sameValue(before, formOf(block)) ? withForm(block, by, before) : block;
}

/** A block that goes, on whose mark another one ends from now on. */
function withFormNow(block: ProseNode, beside: ProseNode, by: Tracker): ProseNode {
  const [before, now] = [formBefore(block), formOf(beside)];
  const { id } = block.attrs ?? {};
  const formed = { ...block, type: now.type, attrs: { ...now.attrs, id } };
  return sameValue(before, now) ? formed : withForm(formed, by, before);
}

function withForm(block: ProseNode, { author, at }: Tracker, before: TrackedForm['before']): ProseNode {
  return { ...block, attrs: { ...block.attrs, trackedForm: { author, at, before } satisfies TrackedForm } };
}
