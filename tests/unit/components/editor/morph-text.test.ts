import { Node as PmNode } from '@tiptap/pm/model';
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { morphText } from '@/components/editor/morph-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { sectionSchema } from '@/lib/letter/schema/section-schema';

type Block = readonly [id: string, words: string];

const paragraph = ([id, words]: Block): ProseNode => ({
  type: 'paragraph',
  attrs: { id },
  ...(words === '' ? {} : { content: [{ type: 'text', text: words }] }),
});
const heading = ([id, words]: Block): ProseNode => ({ ...paragraph([id, words]), type: 'heading', attrs: { id, level: 2 } });
const item = (block: Block): ProseNode => ({ type: 'listItem', content: [paragraph(block)] });
const list = (id: string, ...blocks: Block[]): ProseNode => ({ type: 'bulletList', attrs: { id }, content: blocks.map(item) });
const footnote = (words: string): ProseNode => ({ type: 'footnote', attrs: { nodeId: 'n' }, content: [paragraph(['f', words])] });
const docOf = (content: readonly ProseNode[]): PmNode => PmNode.fromJSON(sectionSchema, { type: 'doc', content });

/** The text with the cursor where | stands. */
function placed(content: readonly ProseNode[]): EditorState {
  const marked = docOf(content);
  let at = -1;
  marked.descendants((node, position) => {
    if (node.isText && node.text?.includes('|')) at = position + node.text.indexOf('|');
  });
  const state = EditorState.create({ doc: marked });
  const tr = state.tr.delete(at, at + 1);
  return state.apply(tr.setSelection(TextSelection.create(tr.doc, at)));
}

/** The text as it came out, with | where the cursor stands in it. */
function shown(state: EditorState): unknown {
  const { tr } = state;
  return tr.insertText('|', state.selection.head).doc.toJSON();
}

describe('a text that becomes another keeps the cursor at its words', () => {
  it.each<[string, readonly ProseNode[], readonly ProseNode[]]>([
    ['where nothing differs', [paragraph(['a', 'One tw|o.'])], [paragraph(['a', 'One tw|o.'])]],
    ['where words before it go', [paragraph(['a', 'One new two| three.'])], [paragraph(['a', 'One two| three.'])]],
    ['where words on both sides go', [paragraph(['a', 'new One two| three new.'])], [paragraph(['a', 'One two| three.'])]],
    ['where letters of its own word go', [paragraph(['a', 'accou|nts'])], [paragraph(['a', 'accou|nt'])]],
    ['where a block comes before it', [paragraph(['a', 'O|ne.'])], [paragraph(['b', 'New.']), paragraph(['a', 'O|ne.'])]],
    ['where a block before it goes', [paragraph(['b', 'New.']), paragraph(['a', 'O|ne.'])], [paragraph(['a', 'O|ne.'])]],
    ['where its block becomes a heading', [paragraph(['a', 'Cos|ts'])], [heading(['a', 'Cos|ts'])]],
    [
      'where an item of its list goes',
      [list('l', ['a', 'One'], ['b', 'Two'], ['c', 'Thr|ee'])],
      [list('l', ['a', 'One'], ['c', 'Thr|ee'])],
    ],
    [
      'where a footnote comes before it',
      [paragraph(['a', 'One tw|o.'])],
      [{ ...paragraph(['a', '']), content: [{ type: 'text', text: 'One' }, footnote('See.'), { type: 'text', text: ' tw|o.' }] }],
    ],
  ])('%s', (_what, before, after) => {
    const state = placed(before);
    const wanted = placed(after);
    const { tr } = state;
    morphText(tr, wanted.doc);
    expect(shown(state.apply(tr))).toEqual(shown(wanted));
  });

  it('and a footnote chosen, whose words change', () => {
    const text = (words: string) => docOf([{ ...paragraph(['a', '']), content: [{ type: 'text', text: 'One' }, footnote(words)] }]);
    const doc = text('See.');
    const state = EditorState.create({ doc, selection: NodeSelection.create(doc, 4) });
    const { tr } = state;
    morphText(tr, text('See the annex.'));
    const after = state.apply(tr);
    expect(after.doc.toJSON()).toEqual(text('See the annex.').toJSON());
    expect(after.selection).toBeInstanceOf(NodeSelection);
  });

  it('whatever the two texts are', () => {
    const words = fc.array(fc.constantFrom('one', 'two', ' ', '.', '5.30', '😀'), { maxLength: 8 }).map((all) => all.join(''));
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const block = fc.oneof(
      fc.tuple(id, words).map(paragraph),
      fc.tuple(id, words).map(heading),
      fc.tuple(id, fc.array(fc.tuple(id, words), { minLength: 1, maxLength: 3 })).map(([name, blocks]) => list(name, ...blocks)),
    );
    const body = fc.array(block, { minLength: 1, maxLength: 5 }).map(docOf);
    fc.assert(
      fc.property(body, body, (before, after) => {
        const { tr } = EditorState.create({ doc: before });
        morphText(tr, after);
        return tr.doc.eq(after);
      }),
      { numRuns: 500 },
    );
  });
});
