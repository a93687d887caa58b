import { Mark, mergeAttributes } from '@tiptap/core';
import type { Protection } from '../../protection/protection';
import { protectAround, protectionAt, protectSelection } from '../protect-selection';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    protectedText: {
      /** Holds back what is selected, or the block around the cursor; null takes it away. */
      setProtection: (protection: Protection | null) => ReturnType;
      /** The same, or the other way round where it is held back so already. */
      toggleProtection: (protection: Protection) => ReturnType;
      /** Holds back the nearest node of a type around the cursor, e.g. "tableRow". */
      setProtectionAround: (type: string, protection: Protection | null) => ReturnType;
    };
  }
}

/** The keys that hold back and free again, also in a footnote's text. */
export const PROTECTION_KEYS: Readonly<Record<Protection, string>> = { confidential: 'Mod-Alt-c', privileged: 'Mod-Alt-p' };

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
    return [{ tag: 'span[data-protection].protected-text' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { class: 'protected-text' }), 0];
  },
  addCommands() {
    return {
      setProtection:
        (protection) =>
        ({ state, dispatch }) =>
          protectSelection(protection)(state, dispatch),
      toggleProtection:
        (protection) =>
        ({ state, dispatch }) =>
          protectSelection(protectionAt(state) === protection ? null : protection)(state, dispatch),
      setProtectionAround:
        (type, protection) =>
        ({ state, dispatch }) =>
          protectAround(type, protection)(state, dispatch),
    };
  },
  addKeyboardShortcuts() {
    return {
      [PROTECTION_KEYS.confidential]: () => this.editor.commands.toggleProtection('confidential'),
      [PROTECTION_KEYS.privileged]: () => this.editor.commands.toggleProtection('privileged'),
    };
  },
});
