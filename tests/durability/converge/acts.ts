import { joinBackward, setBlockType, splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands';
import type { Node as PmNode } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow } from '@tiptap/pm/tables';
import { sectionSchema } from '@/lib/letter/schema/section-schema';
import type { SampleDraw } from '@/lib/sample/sample-draw';
import type { HeadlessEditor } from './headless-editor';

/** One thing that a person does to a text. */
export interface Act {
  readonly name: string;
  /** how often, beside the others */
  readonly weight: number;
  /** It takes blocks or runs of text apart and puts them together anew, which the shared document knows only as deleting and inserting. */
  readonly rebuilds: boolean;
  readonly run: (editor: HeadlessEditor, draw: SampleDraw, newWord: () => string) => void;
}

const { nodes, marks } = sectionSchema;
const node = (name: string, attrs: Record<string, unknown> | null, content?: PmNode | PmNode[]): PmNode => {
  const type = nodes[name];
  if (!type) throw new Error(`The schema has no ${name}.`);
  return type.create(attrs, content);
};
const type = (name: string) => nodes[name] ?? raise(name);
const mark = (name: string) => marks[name] ?? raise(name);
const paragraph = (words: string) => node('paragraph', null, sectionSchema.text(`${words} `));

/** Everything that the schedules do, with its weight. */
export const ACTS: readonly Act[] = [
  {
    name: 'type',
    weight: 40,
    rebuilds: false,
    run: (editor, draw, newWord) => {
      const place = placeIn(editor, draw);
      if (place !== null) editor.dispatch(editor.state.tr.insertText(`${newWord()} `, place));
    },
  },
  {
    name: 'new paragraph',
    weight: 6,
    rebuilds: false,
    run: (editor, draw, newWord) => {
      const at = edges(editor.doc);
      editor.dispatch(editor.state.tr.insert(at[draw.between(0, at.length - 1)] ?? 0, paragraph(newWord())));
    },
  },
  {
    name: 'delete',
    weight: 8,
    rebuilds: false,
    run: (editor, draw) => withRange(editor, draw, 1, (from, to) => editor.state.tr.delete(from, to)),
  },
  {
    // a block that loses its last word loses the run of text that others may be typing in
    name: 'delete from the first word',
    weight: 3,
    rebuilds: true,
    run: (editor, draw) => withRange(editor, draw, 0, (from, to) => editor.state.tr.delete(from, to)),
  },
  {
    name: 'mark',
    weight: 5,
    rebuilds: false,
    run: (editor, draw) => withSelection(editor, draw, toggleMark(mark(draw.from(['bold', 'italic', 'smallCaps'])))),
  },
  { name: 'undo', weight: 4, rebuilds: true, run: (editor) => editor.undo() },
  { name: 'redo', weight: 2, rebuilds: true, run: (editor) => editor.redo() },
  {
    name: 'split',
    weight: 6,
    rebuilds: true,
    run: atPlace((state, dispatch) => splitListItem(type('listItem'))(state, dispatch) || splitBlock(state, dispatch)),
  },
  { name: 'join', weight: 5, rebuilds: true, run: atBlockStart(joinBackward) },
  {
    name: 'heading',
    weight: 3,
    rebuilds: true,
    run: (editor, draw) => atPlace(setBlockType(type('heading'), { level: draw.between(1, 3) }))(editor, draw),
  },
  { name: 'plain', weight: 2, rebuilds: true, run: atPlace(setBlockType(type('paragraph'))) },
  {
    name: 'list',
    weight: 3,
    rebuilds: true,
    run: (editor, draw) => atPlace(wrapInList(type(draw.from(['bulletList', 'orderedList']))))(editor, draw),
  },
  { name: 'lift', weight: 2, rebuilds: true, run: atPlace(liftListItem(type('listItem'))) },
  { name: 'sink', weight: 2, rebuilds: true, run: atPlace(sinkListItem(type('listItem'))) },
  { name: 'quote', weight: 1, rebuilds: true, run: atPlace(wrapIn(type('blockquote'))) },
  {
    name: 'table',
    weight: 2,
    rebuilds: true,
    run: (editor, draw, newWord) => {
      const row = () =>
        node(
          'tableRow',
          null,
          [0, 1].map(() => node('tableCell', null, paragraph(newWord()))),
        );
      const at = edges(editor.doc);
      editor.dispatch(editor.state.tr.insert(at[draw.between(0, at.length - 1)] ?? 0, node('table', null, [row(), row()])));
    },
  },
  {
    name: 'table part',
    weight: 4,
    rebuilds: true,
    run: (editor, draw) => atPlace(draw.from([addRowAfter, deleteRow, addColumnAfter, deleteColumn]))(editor, draw),
  },
  {
    name: 'footnote',
    weight: 3,
    rebuilds: true,
    run: (editor, draw, newWord) => {
      const place = placeIn(editor, draw);
      if (place !== null) editor.dispatch(editor.state.tr.insert(place, node('footnote', null, paragraph(newWord()))));
    },
  },
  {
    name: 'figure',
    weight: 3,
    rebuilds: true,
    run: (editor, draw) => {
      const place = placeIn(editor, draw);
      if (place !== null)
        editor.dispatch(editor.state.tr.insert(place, node('figureNumber', { figureId: 'f', runId: 'r', path: 'total' })));
    },
  },
  {
    name: 'move',
    weight: 2,
    rebuilds: true,
    run: (editor, draw) => {
      const { doc } = editor;
      if (doc.childCount < 2) return;
      const index = draw.between(0, doc.childCount - 1);
      const from = edges(doc)[index] ?? 0;
      const moved = doc.child(index);
      const tr = editor.state.tr.delete(from, from + moved.nodeSize);
      const at = edges(tr.doc);
      editor.dispatch(tr.insert(at[draw.between(0, at.length - 1)] ?? 0, moved));
    },
  },
];

/** The places between top-level blocks, before the first and after the last. */
function edges(doc: PmNode): number[] {
  const places = [0];
  doc.forEach((block, offset) => {
    places.push(offset + block.nodeSize);
  });
  return places;
}

/** Every text block with the places in it where a word may begin. */
function wordPlaces(doc: PmNode): number[][] {
  const blocks: number[][] = [];
  doc.descendants((block, position) => {
    if (!block.isTextblock) return true;
    const places = [position + 1];
    block.forEach((child, offset) => {
      if (!child.isText) places.push(position + 1 + offset + child.nodeSize);
      else for (const space of (child.text ?? '').matchAll(/ /g)) places.push(position + 1 + offset + space.index + 1);
    });
    blocks.push(places);
    return true;
  });
  return blocks;
}

function placeIn(editor: HeadlessEditor, draw: SampleDraw): number | null {
  const blocks = wordPlaces(editor.doc);
  const places = blocks[draw.between(0, Math.max(0, blocks.length - 1))];
  return places?.[draw.between(0, places.length - 1)] ?? null;
}

function select(editor: HeadlessEditor, from: number, to = from): void {
  editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.doc, from, to)));
}

function atPlace(command: Command): (editor: HeadlessEditor, draw: SampleDraw) => void {
  return (editor, draw) => {
    const place = placeIn(editor, draw);
    if (place === null) return;
    select(editor, place);
    editor.run(command);
  };
}

function atBlockStart(command: Command): (editor: HeadlessEditor, draw: SampleDraw) => void {
  return (editor, draw) => {
    const blocks = wordPlaces(editor.doc);
    const start = blocks[draw.between(0, Math.max(0, blocks.length - 1))]?.[0];
    if (start === undefined) return;
    select(editor, start);
    editor.run(command);
  };
}

/** One or two words of a block, not those before its `least`-th. */
function withRange(editor: HeadlessEditor, draw: SampleDraw, least: number, change: (from: number, to: number) => Transaction): void {
  const blocks = wordPlaces(editor.doc).filter((places) => places.length > least + 1);
  const places = blocks[draw.between(0, Math.max(0, blocks.length - 1))];
  if (!places) return;
  const first = draw.between(least, places.length - 2);
  const last = Math.min(places.length - 1, first + draw.between(1, 2));
  editor.dispatch(change(places[first] ?? 0, places[last] ?? 0));
}

function withSelection(editor: HeadlessEditor, draw: SampleDraw, command: Command): void {
  withRange(editor, draw, 0, (from, to) => editor.state.tr.setSelection(TextSelection.create(editor.doc, from, to)));
  editor.run(command);
}

function raise(name: string): never {
  throw new Error(`The schema has no ${name}.`);
}
