/** The number with which a heading begins, bare and as a place in a sequence, and the words after it. */
export interface HeadingNumber {
  readonly text: string;
  readonly styles: readonly { readonly style: 'roman' | 'capital' | 'digit' | 'letter'; readonly value: number }[];
  readonly words: string;
}

const NUMBERED = /^\(?([IVXLC]{1,7}|[A-Z]|\d{1,2}|[a-z]|[ivx]{1,5})[.)](?:\s+|$)(.*)$/;
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** "II. Scope" → II as a roman two. A letter that is also a roman number has both styles. Null without a number. */
export function headingNumber(heading: string): HeadingNumber | null {
  const [, text, words = ''] = heading.match(NUMBERED) ?? [];
  if (text === undefined) return null;
  const styles: { style: HeadingNumber['styles'][number]['style']; value: number }[] = [];
  if (/^\d/.test(text)) styles.push({ style: 'digit', value: Number.parseInt(text, 10) });
  if (/^[IVXLC]+$/.test(text)) styles.push({ style: 'roman', value: romanValue(text) });
  if (/^[A-Z]$/.test(text)) styles.push({ style: 'capital', value: text.charCodeAt(0) - 64 });
  if (/^[a-z]$/.test(text)) styles.push({ style: 'letter', value: text.charCodeAt(0) - 96 });
  return styles.length > 0 ? { text, styles, words } : null;
}

/** The value of a roman number in either case; other letters count nothing. */
export function romanValue(text: string): number {
  const values = [...text.toLowerCase()].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
