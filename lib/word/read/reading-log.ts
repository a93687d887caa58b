import type { NotUnderstood, ReturnedField, ReturnedObject } from '@/lib/letter/returned/returned-document';

/** So many different things are told; of a file that is stranger, a number is. */
const MOST_TOLD = 300;
const MOST_FIELDS = 5000;

/** What is noticed on the way through a file. */
export class ReadingLog {
  readonly authors = new Set<string>();
  readonly fields: ReturnedField[] = [];
  /** what the file shows of figures, citations and references, by the key that their nodes carry while the file is read */
  readonly objects = new Map<string, ReturnedObject>();
  private readonly told = new Map<string, NotUnderstood & { count: number }>();
  private untold = 0;

  /** Something that has no place in a letter: `what` names it, `where` are the words beside it. Equal things are told once, with their number. */
  notUnderstood(part: string, what: string, where: string): void {
    const key = `${part} ${what}`;
    const own = this.told.get(key);
    if (own) own.count += 1;
    else if (this.told.size < MOST_TOLD) this.told.set(key, { part, what, where: shortened(where), count: 1 });
    else this.untold += 1;
  }

  field(instruction: string, text: string): void {
    if (this.fields.length < MOST_FIELDS) this.fields.push({ instruction: instruction.trim(), text });
  }

  object(object: ReturnedObject): string {
    const key = `${this.objects.size + 1}`;
    this.objects.set(key, object);
    return key;
  }

  list(): readonly NotUnderstood[] {
    const list = [...this.told.values()].map(({ count, what, ...rest }) => ({
      ...rest,
      what: count === 1 ? what : `${what} (${count} times)`,
    }));
    return this.untold === 0 ? list : [...list, { part: '', what: `${this.untold} further things`, where: '' }];
  }
}

export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79)}\u2026`;
}
