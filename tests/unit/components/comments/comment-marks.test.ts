import { EditorState, type Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { type CommentMark, findMarks, mapMarks, marksOf } from '@/components/comments/comment-marks';
import { textAnchor } from '@/lib/letter/anchors/make-anchor';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { sectionSchema } from '@/lib/letter/schema/section-schema';
import type { ThreadView } from '@/lib/services/comment/thread-view';

const paragraph = (id: string, ...content: (string | ProseNode)[]): ProseNode => ({
  type: 'paragraph',
  attrs: { id },
  content: content.map((each) => (typeof each === 'string' ? { type: 'text', text: each } : each)),
});
const figure: ProseNode = { type: 'figureNumber', attrs: { nodeId: 'fig' } };
const body: ProseNode = {
  type: 'doc',
  content: [paragraph('a', 'Margin is charged twice.'), paragraph('b', 'The saving is ', figure, ' of it.')],
};
const doc = sectionSchema.nodeFromJSON(body);
const state = EditorState.create({ doc });

const about = (anchor: ThreadView['anchor'], id = 'thread') => ({ id, anchor, privileged: false }) as ThreadView;
const words = about(textAnchor(body, 'a', 10, 17));
const marked = marksOf(
  [words, about({ kind: 'node', nodeId: 'fig', quote: 'Figure' }, 'figure'), about({ kind: 'section' }, 'section')],
  [],
  doc,
);

const saying = (marks: readonly CommentMark[], within: typeof doc) =>
  marks.map(({ range }) => (range ? within.textBetween(range.from, range.to, '|', '*') : null));
const locally = (tr: Transaction) => saying(mapMarks(marked, tr.mapping, state.doc, tr.doc), tr.doc);
/** As the binding brings in what others did: the whole document anew. */
const remotely = (next: ProseNode) => {
  const after = sectionSchema.nodeFromJSON(next);
  return saying(findMarks(marked, doc, after), after);
};

describe('marks of comments in an editor', () => {
  it('stand at the words and figures that threads are about, and nowhere for a whole section', () => {
    expect(saying(marked, doc)).toEqual(['charged', '*']);
  });

  it('move with what is typed before them, and grow with what is typed in them', () => {
    expect(locally(state.tr.insertText('Note: ', 1))).toEqual(['charged', '*']);
    expect(locally(state.tr.insertText('XX', 14))).toEqual(['chaXXrged', '*']);
    expect(locally(state.tr.split(5))).toEqual(['charged', '*']);
  });

  it('go with their words, and leave the others', () => {
    expect(locally(state.tr.delete(8, 20))).toEqual([null, '*']);
    expect(locally(state.tr.delete(26, doc.content.size))).toEqual(['charged', null]);
  });

  it('come back with the words, as they do when somebody undoes', () => {
    const cut = state.tr.delete(8, 20);
    const lost = mapMarks(marked, cut.mapping, doc, cut.doc);
    expect(saying(findMarks(lost, cut.doc, doc), doc)).toEqual(['charged', '*']);
  });

  it('stay when the document is put in anew with paragraphs before and after them', () => {
    const [a, b] = body.content ?? [];
    expect(remotely({ type: 'doc', content: [paragraph('x', 'New.'), a!, paragraph('y', 'More.'), b!] })).toEqual(['charged', '*']);
  });

  it('are looked for once: a thread known already keeps its present place', () => {
    const tr = state.tr.insertText('Note: ', 1);
    const moved = mapMarks(marked, tr.mapping, doc, tr.doc);
    expect(saying(marksOf([words], moved, tr.doc), tr.doc)).toEqual(['charged']);
  });
});
