/** A pinpoint as somebody wrote it, without the "at" that the form adds where it belongs; empty for none. */
export function barePinpoint(pinpoint: string | null): string {
  return (pinpoint ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^,\s*/, '')
    .replace(/^at\s+/i, '');
}

/** Whether a pinpoint is a page, which "at" stands before: 37880, 12-14, 4 n.12. Paragraphs, sections and notes alone say what they are. */
export function isPage(pinpoint: string): boolean {
  return /^(\d|[ivxlc]+\b)/i.test(pinpoint);
}

/** Whether a pinpoint is a paragraph that is written to the section's number without a space: (c)(2)(vi). */
export function isParagraph(pinpoint: string): boolean {
  return pinpoint.startsWith('(');
}

/** The pinpoint behind a short form: " at 37880", "(c)(2)", ", § 4". */
export function behindShort(pinpoint: string): string {
  if (pinpoint === '') return '';
  if (isPage(pinpoint)) return ` at ${pinpoint}`;
  return isParagraph(pinpoint) ? pinpoint : `, ${pinpoint}`;
}
