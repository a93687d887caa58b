/** Signs of Unicode's private use area that stand around a footnote mark and at the edges of italics while a text is read. */
const MARK_OPEN = '\uE000';
const MARK_CLOSE = '\uE001';
const EDGE = '\uE002';
const MARKS = /\uE000([^\uE001]*)\uE001/g;
const PRIVATE = /[\uE000-\uE002]/g;
/** Control characters and halves of surrogate pairs: neither text nor storable. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text of a file without the signs that this module uses for itself and without what cannot be printed or stored. */
export function rawText(text: string): string {
  return text.replace(PRIVATE, '').replace(UNPRINTABLE, '');
}

/** A footnote's mark as it stands in running text. */
export function footnoteMark(mark: string): string {
  return `${MARK_OPEN}${mark}${MARK_CLOSE}`;
}

/** Words in another type face, so that `tidy` can set the spaces right at their edges. */
export function styled(text: string): string {
  return text.trim() === '' ? text : `${EDGE}${text}${EDGE}`;
}

/**
 * One line: white space runs become one space, and where a face changes, the spaces that indented files add and that
 * compact files lack are put right.
 */
export function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\uE002{2,}/g, '\uE002')
    .replace(/\uE002 ?\uE002?(?=[.,;:?!)\]”’])/g, '')
    .replace(/([([“‘])\uE002? ?\uE002/g, '$1')
    .replace(/([A-Za-z,;:.)])\uE002(?=[A-Za-z(])/g, '$1 ')
    .replace(/\uE002/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=\uE000)/g, '')
    .trim();
}

/** The text without its footnote marks, and the marks in their order. */
export function takeMarks(text: string): { readonly text: string; readonly marks: string[] } {
  const marks: string[] = [];
  const bare = text.replace(MARKS, (_, mark: string) => {
    marks.push(mark);
    return '';
  });
  return { text: bare.replace(/ {2,}/g, ' ').trim(), marks };
}
