'use client';

import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { ObjectChip } from '@/components/citations/object-chip';
import { objectText } from '@/components/citations/object-words';
import { openSelectedObject } from '@/components/citations/open-selected-object';
import type { ReferenceStore } from '@/components/citations/reference-store';
import type { FigureEntry } from '@/lib/letter/figures/figure-entry';
import { ActionCitation } from '@/lib/letter/schema/nodes/action-citation';
import { Citation } from '@/lib/letter/schema/nodes/citation';
import { CrossReference } from '@/lib/letter/schema/nodes/cross-reference';
import { FigureChart } from '@/lib/letter/schema/nodes/figure-chart';
import { FigureNumber } from '@/lib/letter/schema/nodes/figure-number';
import { FigureTable } from '@/lib/letter/schema/nodes/figure-table';
import type { SectionNodes } from '@/lib/letter/schema/section-extensions';
import { actionWords } from './action-words';
import { bindingOf, chipText } from './figure-binding';
import { FigureBlock } from './figure-block';
import { FigureChip } from './figure-chip';
import { useFigureAcceptance } from './figure-provider';
import { footnoteView } from './footnote-view';

/** The section's nodes as an editor draws them. `figures` gives the present figures for copying text out. */
export function sectionNodeViews(figures: () => ReadonlyMap<string, FigureEntry> | null, references: ReferenceStore | null): SectionNodes {
  const view = () => references?.getView() ?? null;
  return {
    figureNumber: FigureNumber.extend({
      addNodeView: () => ReactNodeViewRenderer(NumberView, { as: 'span', className: 'figure-number' }),
      renderText: ({ node }) => chipText(figures(), bindingOf(node.attrs)),
    }),
    figureTable: FigureTable.extend({ addNodeView: () => ReactNodeViewRenderer(BlockView) }),
    figureChart: FigureChart.extend({ addNodeView: () => ReactNodeViewRenderer(BlockView) }),
    footnote: footnoteView(figures, references),
    actionCitation: ActionCitation.extend({
      addNodeView: () => ReactNodeViewRenderer(CitationView, { as: 'span' }),
      renderText: ({ node }) => actionWords(node.attrs.actionKey),
    }),
    citation: Citation.extend({
      addNodeView: () => ReactNodeViewRenderer(ObjectView, { as: 'span' }),
      renderText: ({ node }) => objectText('citation', node.attrs, view()),
      addKeyboardShortcuts() {
        return { Enter: () => openSelectedObject(this.editor, references) };
      },
    }),
    crossReference: CrossReference.extend({
      addNodeView: () => ReactNodeViewRenderer(ObjectView, { as: 'span' }),
      renderText: ({ node }) => objectText('crossReference', node.attrs, view()),
    }),
  };
}

/** What accepting a newer value does: the node is bound anew, and it is told for the record. Null where the member only reads. */
function useAccepting({ editor, node, updateAttributes }: ReactNodeViewProps) {
  const tell = useFigureAcceptance();
  if (!editor.isEditable) return null;
  const { figureId, runId: fromRunId } = bindingOf(node.attrs);
  return (toRunId: string, value: string | null) => {
    updateAttributes({ runId: toRunId, valueAtInsertion: value });
    const sectionId = editor.view.dom.closest('[data-section]')?.getAttribute('data-section');
    if (sectionId && figureId && fromRunId) tell({ sectionId, figureId, fromRunId, toRunId });
  };
}

function NumberView(props: ReactNodeViewProps) {
  const onAccept = useAccepting(props);
  return (
    <NodeViewWrapper as="span">
      <FigureChip binding={bindingOf(props.node.attrs)} selected={props.selected} editor={props.editor} onAccept={onAccept} />
    </NodeViewWrapper>
  );
}

function BlockView(props: ReactNodeViewProps) {
  const kind = props.node.type.name === 'figureTable' ? 'table' : 'chart';
  const binding = bindingOf(props.node.attrs);
  const onAccept = useAccepting(props);
  return (
    <NodeViewWrapper>
      <FigureBlock
        kind={kind}
        binding={binding}
        selected={props.selected}
        editor={props.editor}
        onAccept={onAccept}
        caption={
          props.editor.isEditable ? (
            <CaptionField kind={kind} value={binding.caption} onChange={(caption) => props.updateAttributes({ caption })} />
          ) : (
            binding.caption
          )
        }
      />
    </NodeViewWrapper>
  );
}

/** Every keystroke goes into the text at once; while it is being written, what others write in it does not move the cursor. */
function CaptionField({ kind, value, onChange }: { kind: string; value: string; onChange: (value: string) => void }) {
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => {
    if (draft === null) return;
    const settle = setTimeout(() => setDraft(null), 1_000);
    return () => clearTimeout(settle);
  }, [draft]);
  return (
    <input
      aria-label={`Caption of the ${kind}`}
      placeholder="Write a caption"
      maxLength={300}
      value={draft ?? value}
      onChange={(event) => {
        setDraft(event.target.value);
        onChange(event.target.value);
      }}
      onKeyDown={(event) => event.stopPropagation()}
      className="figure-caption-field"
    />
  );
}

function ObjectView({ node, editor, updateAttributes }: ReactNodeViewProps) {
  const type = node.type.name === 'citation' ? 'citation' : 'crossReference';
  return (
    <NodeViewWrapper as="span">
      <ObjectChip type={type} attrs={node.attrs} onChange={editor.isEditable ? updateAttributes : null} />
    </NodeViewWrapper>
  );
}

function CitationView({ node }: ReactNodeViewProps) {
  return (
    <NodeViewWrapper as="span">
      <span className="action-citation" title="A related action of the catalogue">
        {actionWords(node.attrs.actionKey)}
      </span>
    </NodeViewWrapper>
  );
}
