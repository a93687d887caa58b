import type { Node as PmNode } from '@tiptap/pm/model';

/** The first of the letters that words begin with, each with its own. */
const FIRST_LETTER = 0x4e00;
const WORD = /[\u4e00-\u9fff]w\d+x\d+(?!\d)/g;

/**
 * The `number`-th word of a schedule, typed by this person. No two begin with the same letter: the binding finds out what was typed by comparing
 * texts from their beginning, and would take the w of the next word for the w that was typed.
 */
export function wordOf(person: number, number: number): string {
  return `${String.fromCodePoint(FIRST_LETTER + number)}w${person}x${number}`;
}

/** The words of a text with how often each stands in it. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** What all persons of a schedule typed and deleted, by what their own acts did to the text that they saw. */
export class WordWatch {
  readonly typed = new Set<string>();
  readonly deleted = new Set<string>();

  /** Notes what one act did: its text before and after. */
  note(before: PmNode, after: PmNode): void {
    const [old, now] = [countWords(textOf(before)), countWords(textOf(after))];
    for (const word of now.keys()) if (!old.has(word)) this.typed.add(word);
    for (const word of old.keys()) if (!now.has(word)) this.deleted.add(word);
  }

  /** Words that nobody deleted and that are missing, and words that stand there more than once. */
  breaches(text: string): { readonly missing: readonly string[]; readonly doubled: readonly string[] } {
    const counts = countWords(text);
    return {
      missing: [...this.typed].filter((word) => !this.deleted.has(word) && !counts.has(word)),
      doubled: [...counts].filter(([, count]) => count > 1).map(([word]) => word),
    };
  }
}

function textOf(doc: PmNode): string {
  return doc.textBetween(0, doc.content.size, ' ', ' ');
}
