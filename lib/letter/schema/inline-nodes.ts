/** The inline nodes that hold no text: how they read is computed wherever they are drawn. */
export const INLINE_ATOMS: ReadonlySet<string> = new Set(['figureNumber', 'actionCitation', 'citation', 'crossReference']);

/** Every node that may stand in a line of text. */
export const INLINE_NODES: ReadonlySet<string> = new Set(['text', 'hardBreak', 'footnote', ...INLINE_ATOMS]);

/** The nodes of a body that hold nothing, in a line or as a block. */
export const LEAF_ATOMS: ReadonlySet<string> = new Set(['hardBreak', 'figureTable', 'figureChart', ...INLINE_ATOMS]);
