import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { protectAround, protectionAt, protectSelection } from '@/lib/letter/schema/protect-selection';
import { sectionSchema } from '@/lib/letter/schema/section-schema';
import { doc, figureNumber, footnote, p, table, text } from '@/tests/support/section-body';

const mark = (protection: string) => ({ type: 'protectedText', attrs: { protection } });

/** A text with a selection, given as ProseMirror counts. */
function at(body: ProseNode, from: number, to = from): EditorState {
  const state = EditorState.create({ doc: sectionSchema.nodeFromJSON(body) });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

/** What is held back after a command, as "type: words" with the letter of the mark. */
function heldAfter(state: EditorState, command: ReturnType<typeof protectSelection>): string[] {
  let now = state;
  command(state, (tr) => {
    now = state.apply(tr);
  });
  const held: string[] = [];
  now.doc.descendants((node) => {
    const marked = node.marks.find(({ type }) => type.name === 'protectedText')?.attrs.protection;
    if (marked) held.push(`${node.text}: ${marked}`);
    if (node.attrs.protection) held.push(`${node.type.name}: ${node.attrs.protection}`);
  });
  return held;
}

describe('holding back what is selected', () => {
  it('marks the words', () => {
    expect(heldAfter(at(doc(p('one two three')), 5, 8), protectSelection('confidential'))).toEqual(['two: confidential']);
  });

  it('holds back the figures and notes among them as attributes, without marks that would be lost', () => {
    const body = doc(p('one ', figureNumber({ figureId: 'f' }), ' two', footnote(p('three'))));
    expect(heldAfter(at(body, 1, 10), protectSelection('privileged'))).toEqual([
      'one : privileged',
      'figureNumber: privileged',
      ' two: privileged',
    ]);
    expect(heldAfter(at(body, 1, 19), protectSelection('privileged'))).toContain('footnote: privileged');
  });

  it('holds back the block around the cursor, the selected node, or the row', () => {
    expect(heldAfter(at(doc(p('one')), 2), protectSelection('confidential'))).toEqual(['paragraph: confidential']);
    const state = at(doc(p('one', figureNumber({ figureId: 'f' }))), 1);
    const selected = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 4)));
    expect(heldAfter(selected, protectSelection('confidential'))).toEqual(['figureNumber: confidential']);
    expect(heldAfter(at(doc(table([p('a'), p('b')])), 5), protectAround('tableRow', 'privileged'))).toEqual(['tableRow: privileged']);
    expect(heldAfter(at(doc(p('a')), 1), protectAround('tableRow', 'privileged'))).toEqual([]);
  });
});

describe('taking it away', () => {
  it('frees the whole of the marked words around the cursor, and no others', () => {
    const body = doc(p(text('one', mark('confidential')), ' two ', text('three', mark('confidential'))));
    expect(heldAfter(at(body, 2), protectSelection(null))).toEqual(['three: confidential']);
    expect(heldAfter(at(body, 4), protectSelection(null))).toEqual(['three: confidential']);
    expect(heldAfter(at(body, 11), protectSelection(null))).toEqual(['one: confidential']);
  });

  it('frees the block around the cursor, and everything that is selected', () => {
    const held = { ...p('one ', text('two', mark('privileged'))), attrs: { protection: 'confidential' } };
    expect(heldAfter(at(doc(held), 2), protectSelection(null))).toEqual(['two: privileged']);
    expect(heldAfter(at(doc(held), 1, 8), protectSelection(null))).toEqual([]);
  });
});

describe('what holds back a place', () => {
  it('is the words, else the nearest block', () => {
    const held = { ...p('one ', text('two', mark('privileged'))), attrs: { protection: 'confidential' } };
    expect(protectionAt(at(doc(held), 2))).toBe('confidential');
    expect(protectionAt(at(doc(held), 6))).toBe('privileged');
    expect(protectionAt(at(doc(p('one')), 2))).toBeNull();
  });
});
