/** What a paragraph is in a letter, by its style. */
export type ParagraphRole =
  | { readonly kind: 'text' | 'quote' | 'title' | 'question' | 'caption' | 'source' | 'contents' | 'furniture' | 'table-head' }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 };

const role = (kind: Exclude<ParagraphRole['kind'], 'heading'>): ParagraphRole => ({ kind });
const heading = (level: 1 | 2 | 3): ParagraphRole => ({ kind: 'heading', level });

/** By a style's name or id without spaces and case, as Word, LibreOffice and others call it. */
const ROLES: Readonly<Record<string, ParagraphRole>> = {
  heading1: role('title'),
  heading2: heading(1),
  heading3: heading(2),
  heading4: heading(3),
  heading5: heading(3),
  heading6: heading(3),
  annexheading: role('title'),
  annexheading2: heading(1),
  annexheading3: heading(2),
  annexheading4: heading(3),
  plainheading: heading(1),
  plainheading2: heading(2),
  plainheading3: heading(3),
  unnumberedheading: heading(1),
  unnumberedheading2: heading(2),
  unnumberedheading3: heading(3),
  quote: role('quote'),
  quotations: role('quote'),
  intensequote: role('quote'),
  blocktext: role('quote'),
  question: role('question'),
  quotedquestion: role('question'),
  questionpart: role('question'),
  quotedquestionpart: role('question'),
  caption: role('caption'),
  sourcenote: role('source'),
  tablehead: role('table-head'),
  tableheading: role('table-head'),
  tocheading: role('contents'),
  contentsheading: role('contents'),
  tableoffigures: role('contents'),
  // what a confidential file says on every page
  pagemarking: role('contents'),
  date: role('furniture'),
  delivery: role('furniture'),
  deliveryline: role('furniture'),
  addressee: role('furniture'),
  reline: role('furniture'),
  salutation: role('furniture'),
  closing: role('furniture'),
  signature: role('furniture'),
  copylist: role('furniture'),
  letterheadfirm: role('furniture'),
  letterheadline: role('furniture'),
  header: role('furniture'),
  footer: role('furniture'),
  normal: role('text'),
  bodytext: role('text'),
  textbody: role('text'),
  listparagraph: role('text'),
  tabletext: role('text'),
  tablehash: role('text'),
  tablecontents: role('text'),
  footnotetext: role('text'),
  footnote: role('text'),
  defaultstyle: role('text'),
  standard: role('text'),
};

/** The role that a name or id says; null for a style that no letter has of its own. */
export function roleOfName(name: string): ParagraphRole | null {
  const plain = name.toLowerCase().replace(/[\s_-]+/g, '');
  return ROLES[plain] ?? (/^toc\d$|^contents\d$/.test(plain) ? role('contents') : null);
}
