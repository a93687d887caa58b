import { Node as PmNode } from '@tiptap/pm/model';
import { EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { nameNodes } from '@/lib/letter/schema/name-nodes';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { sectionSchema } from '@/lib/letter/schema/section-schema';
import { doc, figureNumber, text } from '@/tests/support/section-body';

const named = (id: string | null, ...content: ProseNode[]): ProseNode => ({ type: 'paragraph', attrs: { id }, content });

function editing(body: ProseNode, ready = true, others: readonly Plugin[] = []) {
  let made = 0;
  const plugin = nameNodes(
    () => `new-${++made}`,
    () => ready,
  );
  let state = EditorState.create({ doc: PmNode.fromJSON(sectionSchema, body), plugins: [...others, plugin] });
  return {
    apply: (change: (tr: Transaction) => Transaction) => {
      state = state.apply(change(state.tr));
    },
    ids: () => state.doc.children.map((block) => block.attrs.id),
    doc: () => state.doc,
  };
}

describe('naming of blocks', () => {
  it('gives the second half of a split a new name', () => {
    const editor = editing(doc(named('a', text('onetwo'))));
    editor.apply((tr) => tr.split(4));
    expect(editor.ids()).toEqual(['a', 'new-1']);
  });

  it('lets the block keep its name that was there before a copy was put in front of it', () => {
    const editor = editing(doc(named('a', text('x')), named('b', text('y'))));
    editor.apply((tr) => tr.insert(0, tr.doc.child(1)));
    expect(editor.ids()).toEqual(['new-1', 'a', 'b']);
  });

  it('lets a block that is moved keep its name', () => {
    const editor = editing(doc(named('a', text('x')), named('b', text('y'))));
    editor.apply((tr) => {
      const moved = tr.doc.child(1);
      return tr.delete(3, 6).insert(0, moved);
    });
    expect(editor.ids()).toEqual(['b', 'a']);
  });

  it('names copied figures anew, so that each is found by itself', () => {
    const figure = figureNumber({ figureId: 'f', nodeId: 'n' });
    const editor = editing(doc(named('a', text('x'), figure)));
    editor.apply((tr) => tr.insert(1, tr.doc.nodeAt(2)!));
    const names: string[] = [];
    editor.doc().descendants((node) => void (node.type.name === 'figureNumber' && names.push(node.attrs.nodeId)));
    expect(names).toEqual(['new-1', 'n']);
  });

  it('touches nothing before the first synchronisation', () => {
    const editor = editing(doc(named(null, text('x'))), false);
    editor.apply((tr) => tr.insertText('y', 1));
    expect(editor.ids()).toEqual([null]);
  });

  it('leaves what others change to them', () => {
    const editor = editing(doc(named('a', text('x'))));
    editor.apply((tr) => tr.insert(0, sectionSchema.nodes.paragraph!.create()).setMeta('y-sync$', { isChangeOrigin: true }));
    expect(editor.ids()).toEqual([null, 'a']);
  });

  it('leaves what a plugin mends after the change of another, as a cell that a row lacks, which is drawn and not written', () => {
    const mending = new Plugin({
      appendTransaction: (_all, _before, after) =>
        after.doc.childCount < 3 ? after.tr.insert(after.doc.content.size, sectionSchema.nodes.paragraph!.create()) : null,
    });
    const editor = editing(doc(named('a', text('x'))), true, [mending]);
    editor.apply((tr) => tr.insert(0, sectionSchema.nodes.paragraph!.create({ id: 'b' })).setMeta('y-sync$', { isChangeOrigin: true }));
    expect(editor.ids()).toEqual(['b', 'a', null]);
    editor.apply((tr) => tr.insertText('mine', 1));
    expect(editor.ids()).toEqual(['b', 'a', 'new-1']);
  });
});
