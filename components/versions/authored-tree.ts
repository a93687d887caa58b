import type { AuthoredNode } from '@/lib/letter/authorship/authored-body';
import type { Authorship } from '@/lib/letter/authorship/authorship';
import { INLINE_ATOMS } from '@/lib/letter/schema/inline-nodes';
import type { AuthorSign, MarkedNode } from './marked-node';

/** An author as the legend names them. */
export interface LegendAuthor {
  readonly key: string;
  readonly name: string;
  /** What stands before each passage, so that nobody has to tell tints apart: "AL". */
  readonly short: string;
  /** null for the first draft, which stays as plain as it was. */
  readonly hue: number | null;
  /** How many characters of the text are theirs. */
  readonly characters: number;
}

const HUES = 8;
const FIRST_DRAFT = 'first-draft';

/** The authors of texts, whoever wrote most first; what nobody is known to have written stands last. */
export function legendOf(
  bodies: readonly AuthoredNode[],
  names: Readonly<Record<string, string>>,
  firstDraftBy: string | null,
): LegendAuthor[] {
  const characters = new Map<string, number>();
  const count = (node: AuthoredNode) => {
    if (node.type === 'text' && node.author) {
      const key = keyOf(node.author);
      characters.set(key, (characters.get(key) ?? 0) + (node.text ?? '').length);
    }
    for (const child of node.content ?? []) count(child);
  };
  for (const body of bodies) count(body);
  const known = [...characters].sort((a, b) => Number(a[0] in OTHERS) - Number(b[0] in OTHERS) || b[1] - a[1]);
  const taken = new Set<string>();
  let hue = 0;
  return known.map(([key, number]) => {
    const name =
      key === FIRST_DRAFT && firstDraftBy !== null ? `First draft, ${firstDraftBy}` : (OTHERS[key] ?? names[key] ?? 'A member who is gone');
    return { key, name, short: shortName(name, taken), hue: key === FIRST_DRAFT ? null : hue++ % HUES, characters: number };
  });
}

const OTHERS: Readonly<Record<string, string>> = {
  'first-draft': 'First draft',
  server: 'Marginalia',
  unknown: 'Not noted',
};

const keyOf = (author: Authorship) => (author.by === 'member' ? author.memberId : author.by);

/** The first letters of a name, with a number where somebody else has the same. */
function shortName(name: string, taken: Set<string>): string {
  const letters = name
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  let short = letters;
  for (let number = 2; taken.has(short); number++) short = `${letters}${number}`;
  taken.add(short);
  return short;
}

/** A body with a tint per author; the author's letters stand where a passage of theirs begins. */
export function authoredTree(body: AuthoredNode, legend: readonly LegendAuthor[]): MarkedNode {
  const authors = new Map(legend.map((author) => [author.key, author]));
  let last: string | null = null;
  const mark = ({ author, ...node }: AuthoredNode): MarkedNode => {
    const isInline = node.type === 'text' || INLINE_ATOMS.has(node.type);
    const entry = isInline && author ? authors.get(keyOf(author)) : undefined;
    // a space that stayed between two words of one author parts no passages
    if (entry?.hue === null && (node.text ?? '#').trim() !== '') last = entry.key;
    if (!isInline && (node.type === 'paragraph' || node.type === 'heading')) last = null;
    const signs: AuthorSign[] = [];
    if (entry && author && entry.hue !== null) {
      const at = 'at' in author ? author.at : null;
      signs.push({ kind: 'author', name: entry.name, hue: entry.hue, at, ...(last === entry.key ? {} : { label: entry.short }) });
      last = entry.key;
    }
    return {
      ...node,
      ...(signs.length > 0 ? { signs } : {}),
      ...(node.content ? { content: node.content.map(mark) } : {}),
    };
  };
  return mark(body);
}
