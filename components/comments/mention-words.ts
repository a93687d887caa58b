import type { Person } from '@/lib/services/comment/thread-view';

/** A piece of a comment: plain words, or the name of somebody who is mentioned. */
export interface CommentPiece {
  readonly text: string;
  readonly mention: boolean;
}

/** What stands behind the last @ before the cursor, where a name is being written; null where none is. */
export function mentionAt(text: string, cursor: number): { readonly start: number; readonly query: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}\p{N}'’.-]*)?)$/u.exec(text.slice(0, cursor));
  return match ? { start: cursor - (match[1]?.length ?? 0) - 1, query: match[1] ?? '' } : null;
}

/** The people whose name, or one of its words, begins so; all of them for nothing. */
export function matchPeople<P extends Person>(people: readonly P[], query: string): readonly P[] {
  const wanted = query.toLocaleLowerCase();
  return people.filter(({ name }) => {
    const known = name.toLocaleLowerCase();
    return known.startsWith(wanted) || known.split(/\s+/).some((word) => word.startsWith(wanted));
  });
}

/** Puts the name in the place of what was written of it, and gives where the cursor stands behind it. */
export function withMention(text: string, start: number, cursor: number, name: string): { readonly text: string; readonly cursor: number } {
  const put = `@${name} `;
  return { text: `${text.slice(0, start)}${put}${text.slice(cursor).replace(/^ /, '')}`, cursor: start + put.length };
}

/** Who of these people is mentioned in a text, by the full name behind an @. */
export function mentionedIn<P extends Person>(text: string, people: readonly P[]): readonly P[] {
  const found = new Set(piecesOf(text, people).flatMap((piece) => (piece.mention ? [piece.text.slice(1)] : [])));
  return people.filter(({ name }) => found.has(name));
}

/** The text cut at the names that are mentioned; where one name begins another, the longer one counts. */
export function piecesOf(text: string, mentioned: readonly Person[]): readonly CommentPiece[] {
  const names = mentioned.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
  const pieces: CommentPiece[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const name =
      text[at] === '@'
        ? names.find((each) => text.startsWith(each, at) && !/^[\p{L}\p{N}]/u.test(text.slice(at + each.length)))
        : undefined;
    if (name === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain !== '') pieces.push({ text: plain, mention: false });
    plain = '';
    pieces.push({ text: name, mention: true });
    at += name.length;
  }
  return plain === '' ? pieces : [...pieces, { text: plain, mention: false }];
}
