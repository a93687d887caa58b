import type { AnyExtension, Node } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { BlockProtection } from './block-protection';
import { KeepSelectedNodes } from './keep-selected-nodes';
import { DefinedTerm } from './marks/defined-term';
import { ProtectedText } from './marks/protected-text';
import { SectionLink } from './marks/section-link';
import { SmallCaps } from './marks/small-caps';
import { Subscript } from './marks/subscript';
import { Superscript } from './marks/superscript';
import { NodeIdentity, type NodeIdentityOptions } from './node-identity';
import { ActionCitation } from './nodes/action-citation';
import { Citation } from './nodes/citation';
import { CrossReference } from './nodes/cross-reference';
import { FigureChart } from './nodes/figure-chart';
import { FigureNumber } from './nodes/figure-number';
import { FigureTable } from './nodes/figure-table';
import { Footnote } from './nodes/footnote';

/** Nodes that an editor draws in its own way: the same node extended by a view. */
export interface SectionNodes {
  readonly figureNumber?: Node;
  readonly figureTable?: Node;
  readonly figureChart?: Node;
  readonly footnote?: Node;
  readonly actionCitation?: Node;
  readonly citation?: Node;
  readonly crossReference?: Node;
}

/**
 * Everything a section's text may hold, for the editor and for the server alike. History is left to the collaborative document; no trailing
 * paragraph is added, because each client would add its own.
 */
export function sectionExtensions(nodes: SectionNodes = {}, identity: Partial<NodeIdentityOptions> = {}): AnyExtension[] {
  return [
    StarterKit.configure({
      undoRedo: false,
      trailingNode: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      link: false,
      heading: { levels: [1, 2, 3] },
      dropcursor: { color: 'currentColor', width: 2 },
    }),
    SectionLink,
    SmallCaps,
    Superscript,
    Subscript,
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
    nodes.footnote ?? Footnote,
    nodes.figureNumber ?? FigureNumber,
    nodes.figureTable ?? FigureTable,
    nodes.figureChart ?? FigureChart,
    nodes.actionCitation ?? ActionCitation,
    nodes.citation ?? Citation,
    nodes.crossReference ?? CrossReference,
    DefinedTerm,
    ProtectedText,
    KeepSelectedNodes,
    BlockProtection,
    NodeIdentity.configure(identity),
  ];
}
