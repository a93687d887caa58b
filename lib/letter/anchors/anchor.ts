/** A place that a comment is about. The text holds no mark of it, so that a thread that not everybody may see leaves no trace there. */
export type Anchor =
  | { readonly kind: 'section' }
  | {
      readonly kind: 'text';
      /** the text block, and the stretch in it as ProseMirror counts (see Stretch of lib/letter/compare/change.ts) */
      readonly blockId: string;
      readonly from: number;
      readonly to: number;
      /** the words it was about when it was made: shown where they are gone */
      readonly quote: string;
      /** the block's text when from and to were last found: what they are carried over from */
      readonly blockText: string;
    }
  | {
      readonly kind: 'node';
      /** `nodeId` of a figure, `id` of a footnote, table or other block */
      readonly nodeId: string;
      /** what it was, in words: "Figure: Saving by regime" */
      readonly quote: string;
    };
