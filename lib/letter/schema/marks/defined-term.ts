import { Mark, mergeAttributes } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    definedTerm: { toggleDefinedTerm: () => ReturnType };
  }
}

/** The words by which a term is defined where it is defined, quotation marks not included: (the “Joint Request”). */
export const DefinedTerm = Mark.create({
  name: 'definedTerm',
  inclusive: false,
  parseHTML() {
    return [{ tag: 'dfn[data-defined-term]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['dfn', mergeAttributes(HTMLAttributes, { 'data-defined-term': '', class: 'defined-term' }), 0];
  },
  addCommands() {
    return {
      toggleDefinedTerm:
        () =>
        ({ commands }) =>
          commands.toggleMark(this.name),
    };
  },
});
