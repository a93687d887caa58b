/** A label as it stands inside a sentence: its first letter small, unless its first word is an abbreviation. */
export function inSentence(label: string): string {
  return /^[A-Z](?![A-Z])/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
