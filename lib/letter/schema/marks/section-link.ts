import { Link } from '@tiptap/extension-link';
import { isSafeHref } from '../safe-href';

/** A link with its address and nothing else stored; addresses that are not safe are refused at input and drawn without an address. */
export const SectionLink = Link.extend({
  inclusive: false,
  addAttributes() {
    return { href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('href') } };
  },
}).configure({
  openOnClick: false,
  autolink: false,
  linkOnPaste: true,
  isAllowedUri: (uri) => isSafeHref(uri),
  HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' },
});
