import type { Editor } from '@tiptap/core';
import type { FigureEntry, FigurePublicationEntry } from '@/lib/letter/figures/figure-entry';

import { insertInline } from './text-target';

/** What the workspace may do with a section's editor from outside: its toolbar and panels work on the handle that had the focus last. */
export interface SectionHandle {
  readonly sectionId: string;
  readonly editor: Editor;
  /** Puts a figure where the cursor is (a table or chart after its block) and gives the focus back to the text. */
  insertFigure(figure: FigureEntry, publication: FigurePublicationEntry): void;
  /** Puts a citation of a related action of the catalogue where the cursor is. */
  insertActionCitation(actionKey: string): void;
  insertFootnote(): void;
}

export function sectionHandle(sectionId: string, editor: Editor, newId: () => string): SectionHandle {
  const { nodes } = editor.schema;
  return {
    sectionId,
    editor,
    insertFigure: (figure, publication) => {
      const { value } = publication;
      const binding = {
        figureId: figure.figureId,
        runId: publication.runId,
        path: figure.path ?? null,
        format: null,
        valueAtInsertion: value.kind === 'number' ? value.value : null,
        nodeId: newId(),
      };
      if (value.kind === 'number') {
        if (nodes.figureNumber) insertInline(editor, nodes.figureNumber.create(binding));
        return;
      }
      const type = value.kind === 'table' ? 'figureTable' : 'figureChart';
      editor
        .chain()
        .focus()
        .insertContent({ type, attrs: { ...binding, caption: figure.name } })
        .run();
    },
    insertActionCitation: (actionKey) => {
      if (nodes.actionCitation) insertInline(editor, nodes.actionCitation.create({ actionKey }));
    },
    insertFootnote: () => editor.chain().focus().insertFootnote().run(),
  };
}
