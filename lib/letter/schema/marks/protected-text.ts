import { Mark, mergeAttributes } from '@tiptap/core';
import type { Protection } from '../../protection/protection';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    protectedText: {
      /** Marks the selected words as confidential or privileged; null takes the mark away. */
      setProtection: (protection: Protection | null) => ReturnType;
    };
  }
}

/** Words for which confidential treatment is asked, or that are privileged and never leave. */
export const ProtectedText = Mark.create({
  name: 'protectedText',
  inclusive: true,
  addAttributes() {
    return {
      protection: {
        default: 'confidential',
        parseHTML: (element) => (element.getAttribute('data-protection') === 'privileged' ? 'privileged' : 'confidential'),
        renderHTML: (attributes) => ({ 'data-protection': String(attributes.protection) }),
      },
    };
  },
  parseHTML() {
    return [{ tag: 'span[data-protection]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { class: 'protected-text' }), 0];
  },
  addCommands() {
    return {
      setProtection:
        (protection) =>
        ({ commands }) =>
          protection === null ? commands.unsetMark(this.name) : commands.setMark(this.name, { protection }),
    };
  },
});
