import { Fragment, type Node as PmNode } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { isOwnChange } from '../is-own-change';

/**
 * Keeps footnotes out of footnotes, which Word does not have: one that is pasted into another leaves its text there and goes. Only what this
 * person changes is mended; what others change is theirs to mend.
 */
export function liftNestedFootnotes(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, after) {
      if (!transactions.some(isOwnChange)) return null;
      const nested: { from: number; node: PmNode }[] = [];
      after.doc.descendants((node, position) => {
        if (node.type.name !== 'footnote') return true;
        node.descendants((inner, offset) => {
          if (inner.type.name !== 'footnote') return true;
          nested.push({ from: position + 1 + offset, node: inner });
          return false;
        });
        return false;
      });
      if (nested.length === 0) return null;
      const tr = after.tr;
      for (const { from, node } of nested.reverse()) tr.replaceWith(from, from + node.nodeSize, inlineContent(node));
      return tr;
    },
  });
}

function inlineContent(footnote: PmNode): Fragment {
  let content = Fragment.empty;
  footnote.forEach((paragraph, _offset, index) => {
    if (index > 0) content = content.append(Fragment.from(footnote.type.schema.text(' ')));
    content = content.append(paragraph.content);
  });
  return content;
}
