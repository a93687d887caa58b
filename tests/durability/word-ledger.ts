/** What became of the words that one editor typed into one text. */
export class WordLedger {
  /** On the way: the editor has them, nobody has said that they are saved. */
  private readonly typed = new Set<string>();
  /** The server said that they are saved. */
  private readonly saved = new Set<string>();
  /** On the way when the page was closed for good: they may be there or not. */
  private readonly abandoned = new Set<string>();
  private readonly deleting = new Set<string>();
  /** The server said that their removal is saved. */
  private readonly deleted = new Set<string>();
  acknowledged = 0;

  type(word: string): void {
    this.typed.add(word);
  }

  /** Takes back a word that was saved; it may be there or not until that is saved too. */
  remove(word: string): void {
    this.saved.delete(word);
    this.deleting.add(word);
  }

  /** The page says "Saved": of everything that it holds. */
  allSaved(): void {
    this.acknowledged += this.typed.size + this.deleting.size;
    for (const word of this.typed) this.saved.add(word);
    for (const word of this.deleting) this.deleted.add(word);
    this.typed.clear();
    this.deleting.clear();
  }

  /** The page is closed with what it had not sent. */
  pageClosed(): void {
    for (const word of [...this.typed, ...this.deleting]) this.abandoned.add(word);
    this.typed.clear();
    this.deleting.clear();
  }

  savedWords(): readonly string[] {
    return [...this.saved];
  }

  /** how many edits nobody has said to be saved */
  get onTheWay(): number {
    return this.typed.size + this.deleting.size;
  }

  /** What a text must hold, and must not, as far as was said by now. */
  claims(): Claims {
    return { present: new Set(this.saved), absent: new Set(this.deleted), known: [this.typed, this.abandoned, this.deleting] };
  }
}

/** What was promised of a text at one moment. */
export interface Claims {
  readonly present: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  /** words that may stand there, once */
  readonly known: readonly ReadonlySet<string>[];
}

/** Words that were promised and are missing, stand there twice, or came back after their removal was saved. */
export interface Breaches {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly returned: readonly string[];
}

/** Compares a text with what was promised of it. */
export function breachesOf(text: string, claims: Iterable<Claims>): Breaches {
  const counts = new Map<string, number>();
  for (const word of text.split(/\s+/)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [lost, doubled, returned]: [string[], string[], string[]] = [[], [], []];
  for (const { present, absent, known } of claims) {
    for (const word of present) if (!counts.has(word)) lost.push(word);
    for (const word of absent) if (counts.has(word)) returned.push(word);
    for (const words of [present, ...known]) for (const word of words) if ((counts.get(word) ?? 0) > 1) doubled.push(word);
  }
  return { lost, doubled, returned };
}
