/** The signals that may introduce a citation, in lower case; a capital is set where a sentence begins. */
export const SIGNALS = ['see', 'see also', 'see, e.g.,', 'cf.', 'accord', 'but see', 'contra'] as const;
export type Signal = (typeof SIGNALS)[number];

/** The signal that an attribute says; null for none or another word. */
export function signalOf(value: unknown): Signal | null {
  const words = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return SIGNALS.find((signal) => signal === words) ?? null;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether a sentence begins behind these words: at a paragraph's start and after a full stop, a closing quotation mark or bracket included. */
export function beginsSentence(before: string): boolean {
  const words = before.replace(/[\s\u00a0]+$/, '');
  return words === '' || /[.?!][)\]"'\u201d\u2019]*$/.test(words);
}
