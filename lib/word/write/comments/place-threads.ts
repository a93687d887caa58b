import { isTextBlock, nodeName } from '@/lib/letter/compare/node-name';
import { nodeSize } from '@/lib/letter/compare/node-size';
import type { LetterContent } from '@/lib/letter/letter-content';
import { isOpening } from '@/lib/letter/numbering/number-letter';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { isGone, trackedEndOf } from '@/lib/letter/tracked/side';
import { hasContent, walkProse } from '@/lib/letter/walk-prose';
import type { WrittenThread } from '../../letter-build';
import type { ThreadIds } from './comment-range';

/** Nodes that stand in a line only while a letter is written: where comments begin and end; `ids` are the comments'. */
export const COMMENT_START = 'writtenCommentStart';
export const COMMENT_END = 'writtenCommentEnd';

export interface PlacedThreads {
  /** The letter with the marks of comments in its lines, and on its tables and charts (see threadsOn). */
  readonly content: LetterContent;
  /** About a section as a whole, by its id: around its heading. */
  readonly bySection: ReadonlyMap<string, readonly ThreadIds[]>;
}

/** Finds the place of each thread. One whose words or node are not there stands at its section's heading, so that none is lost. */
export function placeThreads(content: LetterContent, threads: readonly WrittenThread[]): PlacedThreads {
  const bySection = new Map<string, ThreadIds[]>();
  let sections = content.sections;
  let next = 0;
  for (const { sectionId, place, comments } of threads) {
    const ids = comments.map(() => next++);
    const section = sections.find(({ id }) => id === sectionId) ?? sections[0];
    if (!section) continue;
    const body = place && placed(section.body, place, ids);
    if (body) sections = sections.map((own) => (own === section ? { ...own, body } : own));
    else if (!isOpening(section)) bySection.set(section.id, [...(bySection.get(section.id) ?? []), ids]);
    else sections = sections.map((own) => (own === section ? { ...own, body: atBeginning(section.body, ids) } : own));
  }
  return { content: { ...content, sections }, bySection };
}

const THREADS = 'writtenThreads';

/** The comments about a table or chart, which stand around its caption. */
export function threadsOn({ attrs }: ProseNode): readonly ThreadIds[] {
  return (attrs?.[THREADS] as readonly ThreadIds[] | undefined) ?? [];
}

function mark(type: string, ids: ThreadIds): ProseNode {
  return { type, attrs: { ids } };
}

/** The body with the marks of a thread; null where its place is none in a line of text. */
function placed(body: ProseNode, place: NonNullable<WrittenThread['place']>, ids: ThreadIds): ProseNode | null {
  if ('blockId' in place) {
    const done = inStretch(body, place.blockId, place.from, place.to, ids);
    return done ?? aroundNode(body, noteOf(body, place.blockId) ?? place.blockId, ids);
  }
  return aroundNode(body, noteOf(body, place.nodeId) ?? place.nodeId, ids);
}

/** The footnote in which a block, a figure or a citation stands: Word has no comments in footnotes, so that one there is about the whole note. */
function noteOf(body: ProseNode, name: string): string | null {
  for (const note of walkProse(body)) {
    if (note.type !== 'footnote') continue;
    for (const node of walkProse(note)) if (node !== note && isNamed(node, name)) return nodeName(note);
  }
  return null;
}

function isNamed({ attrs }: ProseNode, name: string): boolean {
  return attrs?.id === name || attrs?.nodeId === name;
}

/** The children of one parent with the text block of a name marked, and the blocks that suggestions split off it. */
function inStretch(parent: ProseNode, blockId: string, from: number, to: number, ids: ThreadIds): ProseNode | null {
  const children = parent.content ?? [];
  const start = children.findIndex((child) => isTextBlock(child) && nodeName(child) === blockId);
  if (start >= 0) {
    let end = start;
    while (trackedEndOf(children[end] as ProseNode)?.kind === 'inserted' && isTextBlock(children[end + 1] ?? parent)) end += 1;
    const marking = new Marking(from, to, ids);
    const blocks = children.slice(start, end + 1).map((block, index) => marking.block(block, index === end - start));
    return { ...parent, content: [...children.slice(0, start), ...blocks, ...children.slice(end + 1)] };
  }
  for (const [index, child] of children.entries()) {
    if (isTextBlock(child)) continue;
    const done = inStretch(child, blockId, from, to, ids);
    if (done) return { ...parent, content: children.map((own, place) => (place === index ? done : own)) };
  }
  return null;
}

/** Puts the two marks into the words of a block; what suggestions put in takes no room of the offsets. */
class Marking {
  private at = 0;
  private open: 'before' | 'within' | 'behind' = 'before';

  constructor(
    private readonly from: number,
    private readonly to: number,
    private readonly ids: ThreadIds,
  ) {}

  block(block: ProseNode, isLast: boolean): ProseNode {
    const out: ProseNode[] = [];
    for (const node of block.content ?? []) out.push(...this.inline(node));
    if (isLast) {
      this.begin(out, true);
      this.end(out, true);
    }
    return { ...block, content: out };
  }

  private inline(node: ProseNode): ProseNode[] {
    const out: ProseNode[] = [];
    if (isMark(node)) return [node];
    const size = isGone(node, 'reject') ? 0 : nodeSize(node);
    if (size === 0) return [node];
    let rest = node;
    for (const [bound, step] of [[this.from, -1] as const, [this.to, 1] as const]) {
      const words = rest.text ?? '';
      const cut = bound - this.at + (isWithinCharacter(words, bound - this.at) ? step : 0);
      if (rest.type !== 'text' || cut <= 0 || cut >= words.length) continue;
      this.put(out, { ...rest, text: words.slice(0, cut) });
      rest = { ...rest, text: words.slice(cut) };
    }
    this.put(out, rest);
    return out;
  }

  private put(out: ProseNode[], node: ProseNode): void {
    this.end(out, this.at >= this.to && this.open === 'within' && this.to > this.from);
    this.begin(out, this.at + nodeSize(node) > this.from);
    this.end(out, this.to <= this.at);
    out.push(node);
    this.at += nodeSize(node);
  }

  private begin(out: ProseNode[], now: boolean): void {
    if (!now || this.open !== 'before') return;
    out.push(mark(COMMENT_START, this.ids));
    this.open = 'within';
  }

  private end(out: ProseNode[], now: boolean): void {
    if (!now || this.open !== 'within') return;
    out.push(mark(COMMENT_END, this.ids));
    this.open = 'behind';
  }
}

/** Whether an offset falls between the two halves of one character. */
function isWithinCharacter(words: string, at: number): boolean {
  return at > 0 && at < words.length && (words.codePointAt(at - 1) ?? 0) > 0xffff;
}

function isMark({ type }: ProseNode): boolean {
  return type === COMMENT_START || type === COMMENT_END;
}

/** Marks around a node of a name: in its line, around its words, or around the first words in it. */
function aroundNode(parent: ProseNode, name: string, ids: ThreadIds): ProseNode | null {
  const children = parent.content ?? [];
  for (const [index, child] of children.entries()) {
    const own = isNamed(child, name);
    if (own && isTextBlock(parent)) {
      const marked = [mark(COMMENT_START, ids), child, mark(COMMENT_END, ids)];
      return { ...parent, content: [...children.slice(0, index), ...marked, ...children.slice(index + 1)] };
    }
    const done = own ? aroundFirst(child, ids) : aroundNode(child, name, ids);
    if (done) return { ...parent, content: children.map((other, place) => (place === index ? done : other)) };
  }
  return null;
}

function aroundFirst(node: ProseNode, ids: ThreadIds): ProseNode | null {
  if (node.type === 'figureTable' || node.type === 'figureChart') {
    return { ...node, attrs: { ...node.attrs, [THREADS]: [...threadsOn(node), ids] } };
  }
  if (isTextBlock(node)) {
    if (!hasContent(node)) return null;
    return { ...node, content: [mark(COMMENT_START, ids), ...(node.content ?? []), mark(COMMENT_END, ids)] };
  }
  const children = node.content ?? [];
  for (const [index, child] of children.entries()) {
    const done = aroundFirst(child, ids);
    if (done) return { ...node, content: children.map((own, place) => (place === index ? done : own)) };
  }
  return null;
}

/** About an opening as a whole, which has no heading: at its first words, or where there are none at a sign that stands for them. */
function atBeginning(body: ProseNode, ids: ThreadIds): ProseNode {
  const marked = aroundFirst(body, ids);
  const sign: ProseNode = {
    type: 'paragraph',
    content: [mark(COMMENT_START, ids), { type: 'text', text: '[No text]' }, mark(COMMENT_END, ids)],
  };
  return marked ?? { ...body, content: [sign, ...(body.content ?? [])] };
}
