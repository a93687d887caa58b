import { failure, type Result, success } from '@/lib/core/result';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ReturnedDocument } from '@/lib/letter/returned/returned-document';
import { readBlocks } from './blocks/read-blocks';
import { ObjectFinder } from './objects/object-finder';
import { openWordFile, type WordPackage } from './package/open-word-file';
import { type BookmarkEdges, pairBookmarks } from './package/pair-bookmarks';
import { child, type XmlElement } from './package/xml-tree';
import { placeThreads } from './place-threads';
import { readComments } from './read-comments';
import { readLetterhead } from './read-letterhead';
import type { NoteKind, Reading, Story } from './reading';
import { ReadingLog } from './reading-log';
import { nameLostSections } from './sections/name-lost-sections';
import { partByBookmarks } from './sections/part-by-bookmarks';
import { placeByText } from './sections/place-by-text';
import { readSection } from './sections/read-section';
import { settleStrayBlocks } from './sections/stray-blocks';
import { NumberingSheet } from './styles/numbering-sheet';
import { StyleSheet } from './styles/style-sheet';
import { UnreadableWordFile, type WordFileProblem, wordFileProblem } from './word-file-problem';

/**
 * What a Word file of a letter holds: its sections in tracked form, its comments, and what has no place in a letter. `known` is the letter that
 * the file was written from: figures, citations and references get their attributes from it, and sections without a bookmark are found by its
 * text; null where nobody knows. Fails with one problem where the file cannot be read. Nothing is fetched, nothing runs, and time and memory are
 * bounded by the limits of word-limits.ts.
 */
export function readWord(bytes: Uint8Array, known: LetterContent | null): Result<ReturnedDocument, WordFileProblem> {
  try {
    return success(documentOf(openWordFile(bytes), known));
  } catch (error) {
    if (error instanceof UnreadableWordFile) return failure(error.problem);
    throw error;
  }
}

function documentOf(file: WordPackage, known: LetterContent | null): ReturnedDocument {
  const main = file.part(file.main);
  const body = main ? child(main, 'w:body') : undefined;
  if (!body)
    throw new UnreadableWordFile(
      wordFileProblem('missing-part', 'The file has no text: its main document is missing.', { part: file.main }),
    );
  const log = new ReadingLog();
  const reading: Reading = {
    file,
    styles: new StyleSheet(relatedPart(file, 'styles')),
    numbering: new NumberingSheet(relatedPart(file, 'numbering')),
    objects: new ObjectFinder(known),
    log,
    note: notesOf(file),
  };
  for (const { part, what, where } of file.setAside) log.notUnderstood(part, what, where);
  const story: Story = {
    reading,
    part: file.main,
    relationships: file.relationships(file.main),
    bookmarks: pairBookmarks(body),
    fields: [],
    isNote: false,
  };
  const blocks = readBlocks(body.children, story);
  const { versionHash, pieces } = partByBookmarks(blocks);
  const bookmarked = pieces.some(({ sectionId }) => sectionId !== null);
  const settled = settleStrayBlocks(
    bookmarked || known === null
      ? pieces
      : placeByText(
          pieces.flatMap((piece) => piece.blocks),
          known,
        ),
  );
  const sections = nameLostSections(settled.pieces, known).map((piece, index) => {
    const own = known?.sections.find(({ id }) => id === piece.sectionId) ?? null;
    return readSection(piece, index, own, reading);
  });
  const threads = placeThreads(readComments(reading), sections);
  return {
    versionHash,
    sections: sections.map(({ section }) => section),
    furniture: [...readLetterhead(body, story), ...settled.furniture],
    threads,
    authors: [...log.authors],
    fields: log.fields,
    notUnderstood: log.list(),
  };
}

function relatedPart(file: WordPackage, kind: string): XmlElement | null {
  const path = file.related(kind);
  return path === null ? null : file.part(path);
}

/** Notes by kind and id; their parts are read when the first of them is asked for. */
function notesOf(file: WordPackage): Reading['note'] {
  const parts = new Map<
    NoteKind,
    { readonly part: string; readonly notes: ReadonlyMap<string, XmlElement>; readonly bookmarks: BookmarkEdges } | null
  >();
  return (kind, id) => {
    let own = parts.get(kind);
    if (own === undefined) {
      const path = file.related(`${kind}s`);
      const element = path === null ? null : file.part(path);
      const notes = new Map((element?.children ?? []).map((note) => [note.attributes.id ?? '', note]));
      own = path === null || element === null ? null : { part: path, notes, bookmarks: pairBookmarks(element) };
      parts.set(kind, own);
    }
    const element = own?.notes.get(id);
    return own && element ? { element, part: own.part, bookmarks: own.bookmarks } : null;
  };
}
