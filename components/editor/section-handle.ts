import type { Editor } from '@tiptap/core';
import type { FigureEntry, FigurePublicationEntry } from '@/lib/letter/figures/figure-entry';

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
      const node =
        value.kind === 'number'
          ? { type: 'figureNumber', attrs: binding }
          : { type: value.kind === 'table' ? 'figureTable' : 'figureChart', attrs: { ...binding, caption: figure.name } };
      editor.chain().focus().insertContent(node).run();
    },
    insertActionCitation: (actionKey) => editor.chain().focus().insertContent({ type: 'actionCitation', attrs: { actionKey } }).run(),
    insertFootnote: () => editor.chain().focus().insertFootnote().run(),
  };
}
