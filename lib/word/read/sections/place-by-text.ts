import { diffSequences } from '@/lib/letter/compare/diff-sequences';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { FileBlock } from '../blocks/file-block';
import { shownText } from '../inline/markers';
import { knownLines, lineKey } from './known-lines';
import type { SectionPiece } from './section-piece';

/** Beyond this many differing lines the file is another letter's. */
const MOST_DIFFERENT = 4000;

/**
 * Parts blocks without bookmarks by the words that they share with the known letter: lines that both have say in which section they stand, and
 * what is between two of them goes with the one before. What stands around the sections, and the contents, are told apart the same way.
 */
export function placeByText(blocks: readonly FileBlock[], letter: LetterContent): readonly SectionPiece[] {
  const known = knownLines(letter);
  const said = blocks.map((block) => lineKey(wordsOf(block)));
  const written = blocks.flatMap((_, index) => (said[index] === '' ? [] : [index]));
  const owners = new Map<number, string | null>();
  let [at, shift] = [0, 0];
  const keys = known.map(({ key }) => key);
  const differences = diffSequences(
    keys,
    written.map((index) => said[index] as string),
    MOST_DIFFERENT,
  );
  for (const [from, to, , nowTo] of [...differences, [keys.length, keys.length, 0, 0] as const]) {
    for (; at < from; at += 1) owners.set(written[at + shift] as number, known[at]?.owner ?? null);
    at = to;
    shift = nowTo - to;
  }
  const titles = new Set(keys);
  const generated = said.findIndex(isTableOfFigures);
  const pieces: { sectionId: string | null; by: 'text'; blocks: FileBlock[] }[] = [];
  let owner: string | null = null;
  for (const [index, block] of blocks.entries()) {
    if (generated >= 0 && index >= generated) break;
    if (isContents(said[index] as string, titles) && !owners.has(index)) continue;
    if (owners.has(index)) owner = owners.get(index) ?? null;
    else if (owner === null) owner = nextOwner(owners, index);
    if (pieces.at(-1)?.sectionId !== owner || pieces.length === 0) pieces.push({ sectionId: owner, by: 'text', blocks: [] });
    pieces.at(-1)?.blocks.push(owner === null ? asFurniture(block) : block);
    if (owner !== null && !owners.has(index) && block.kind === 'table' && block.furniture) owner = null;
  }
  return joined(pieces);
}

/** The section of the next line that both have: text before the first of its lines is its own. */
function nextOwner(owners: ReadonlyMap<number, string | null>, index: number): string | null {
  const next = [...owners.keys()].filter((own) => own > index).sort((one, other) => one - other)[0];
  return next === undefined || next > index + 3 ? null : (owners.get(next) ?? null);
}

/** A line of the contents: a title that the letter has, with a number before it or a page behind it. */
function isContents(key: string, titles: ReadonlySet<string>): boolean {
  if (key === 'table of contents' || key === 'tables and charts') return true;
  const bare = key.replace(/ \d+$/, '');
  if (bare === key) return false;
  return titles.has(bare) || titles.has(withoutNumber(bare)) || isTableOfFigures(bare);
}

/** A heading of that name; a sentence may end in the same words. */
function isTableOfFigures(key: string): boolean {
  return withoutNumber(key) === 'table of figures';
}

function withoutNumber(key: string): string {
  return key.replace(/^([ivxlc]+|[a-z]|\d+) /, '');
}

function asFurniture(block: FileBlock): FileBlock {
  if (block.kind === 'paragraph') return { ...block, role: { kind: 'furniture' } };
  return block.kind === 'table' ? { ...block, furniture: true } : block;
}

/** Each section once: what was found of it later goes to where it was first. */
function joined(
  pieces: readonly { readonly sectionId: string | null; readonly by: 'text'; readonly blocks: FileBlock[] }[],
): SectionPiece[] {
  const out: { readonly sectionId: string | null; readonly by: 'text'; readonly blocks: FileBlock[] }[] = [];
  for (const piece of pieces) {
    const own = piece.sectionId === null ? undefined : out.find(({ sectionId }) => sectionId === piece.sectionId);
    if (own) own.blocks.push(...piece.blocks);
    else out.push(piece);
  }
  return out;
}

function wordsOf(block: FileBlock): string {
  if (block.kind === 'mark') return '';
  return block.kind === 'table' ? (block.lines[0] ?? '') : shownText(block.content);
}
