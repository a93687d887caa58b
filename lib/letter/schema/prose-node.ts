/** A ProseMirror document or node as JSON: the form in which a section's text leaves its room. */
export interface ProseNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly ProseNode[];
  readonly marks?: readonly ProseMark[];
  readonly text?: string;
}

export interface ProseMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}
