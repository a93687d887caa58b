/**
 * Text as a Word file may hold it: line ends and separators become "\n", tabs stay, other control characters, zero-width and direction
 * marks and noncharacters go, half a surrogate pair becomes U+FFFD. Nothing visible is lost.
 */
export function cleanText(text: string): string {
  if (HARMLESS.test(text)) return text;
  let clean = '';
  for (const character of text.replace(/\r\n?/g, '\n')) {
    const code = character.codePointAt(0) ?? 0;
    if (LINE_ENDS.has(code)) clean += '\n';
    else if (code >= 0xd800 && code <= 0xdfff) clean += '\ufffd';
    else if (!isDropped(code)) clean += character;
  }
  return clean;
}

/** The same on one line: every run of white space is one space, none at the ends. For headings, titles and attributes. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** What nearly every text consists of, so that it need not be looked at character by character. */
const HARMLESS = /^[\t\n\x20-\x7e\xa0-\xac\xae-\xff\u2010-\u2027]*$/;

/** Vertical tab, form feed, next line, line and paragraph separator. */
const LINE_ENDS: ReadonlySet<number> = new Set([0x0a, 0x0b, 0x0c, 0x85, 0x2028, 0x2029]);
const TAB = 0x09;

/** Controls, soft hyphen, and what takes no room: joiners, direction marks, byte-order mark, language tags. */
const DROPPED: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfdd0, 0xfdef],
  [0xfeff, 0xfeff],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe007f],
];

function isDropped(code: number): boolean {
  if (code === TAB) return false;
  const isNoncharacter = (code & 0xfffe) === 0xfffe;
  return isNoncharacter || DROPPED.some(([first, last]) => code >= first && code <= last);
}
