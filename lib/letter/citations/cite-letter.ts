import { cleanText } from '@/lib/core/clean-text';
import type { LetterContent } from '../letter-content';
import { readingOrder } from '../numbering/number-letter';
import type { ProseNode } from '../schema/prose-node';
import { isGone, type Side } from '../tracked/side';
import { hasContent, textAttribute } from '../walk-prose';
import { type CitedRun, type CitedRuns, joinRuns } from './cited-runs';
import { barePinpoint, behindShort, isPage } from './pinpoint';
import { beginsSentence, capitalised, signalOf } from './signals';
import type { Source } from './source';
import { longForm, sectionOfCode, shortForm, supraName } from './source-words';

/** Stands where a source is cited that the letter does not hold. */
export const MISSING_SOURCE = '[citation not available]';

/** Kinds that are cited by their short form again, never by supra: their numbers say where they are. */
const NEVER_SUPRA: ReadonlySet<string> = new Set(['cfr', 'federal-register', 'statute', 'case']);

/**
 * The words of every citation of the letter by its node, from their order in reading order: in full the first time, then id., supra or a short form
 * (docs/citations.md). Of a text with tracked changes it is the order once they are accepted; what goes is worded as before them.
 */
export function citeLetter(content: Pick<LetterContent, 'sections' | 'sources'>): ReadonlyMap<string, CitedRuns> {
  const cited = new Map(citeSide(content, 'accept'));
  for (const [nodeId, runs] of citeSide(content, 'reject')) if (!cited.has(nodeId)) cited.set(nodeId, runs);
  return cited;
}

/** What a citation is compared with: the one before it, in the same footnote or the one before. */
interface Cited {
  readonly key: string;
  readonly pinpoint: string;
}

interface Note {
  readonly id: string;
  readonly number: number;
  readonly cited: Cited[];
}

function citeSide({ sections, sources = {} }: Pick<LetterContent, 'sections' | 'sources'>, side: Side): Map<string, CitedRuns> {
  const words = new Map<string, CitedRuns>();
  /** where each source was cited in full: in a note, or in the text */
  const full = new Map<string, Note | null>();
  let number = 0;
  let sectionId = '';
  let before: Note | null = null;
  const read = (node: ProseNode, note: Note | null): void => {
    let line = '';
    const children = node.content ?? [];
    for (const [index, child] of children.entries()) {
      if (isGone(child, side)) continue;
      if (child.type === 'text') line += cleanText(child.text ?? '');
      else if (child.type === 'citation') {
        const place: Place = { line, next: cleanText(children[index + 1]?.text ?? ''), note, before };
        cite(child, place);
        line += '\ufffc';
      } else if (child.type === 'actionCitation') {
        note?.cited.push({ key: `action ${textAttribute(child, 'actionKey') ?? ''}`, pinpoint: '' });
        line += '\ufffc';
      } else if (child.type === 'footnote') {
        // its mark stands behind the full stop, so that a sentence begins after it all the same
        if (!hasContent(child)) continue;
        const own: Note = { id: textAttribute(child, 'id') ?? '', number: ++number, cited: [] };
        read(child, own);
        before = own;
      } else {
        read(child, note);
        line += child.content ? '' : '\ufffc';
      }
    }
  };
  const cite = (node: ProseNode, place: Place): void => {
    const nodeId = textAttribute(node, 'nodeId');
    const sourceId = textAttribute(node, 'sourceId') ?? '';
    const source = sources[sourceId];
    const pinpoint = barePinpoint(textAttribute(node, 'pinpoint'));
    const runs = source ? wordsOf(source, pinpoint, node, place, full) : MISSING;
    place.note?.cited.push({ key: source ? sourceId : `missing ${nodeId}`, pinpoint });
    if (source && !full.has(sourceId)) full.set(sourceId, place.note);
    if (nodeId !== null) words.set(words.has(nodeId) ? citedAgain(sectionId, nodeId) : nodeId, runs);
  };
  for (const section of readingOrder(sections)) {
    sectionId = section.id;
    read(section.body, null);
  }
  return words;
}

/** The name of a citation that was copied from one section to another and has kept its own, which stands for the first. */
export function citedAgain(sectionId: string, nodeId: string): string {
  return `${sectionId} ${nodeId}`;
}

const MISSING: CitedRuns = { form: 'missing', runs: [{ text: MISSING_SOURCE }] };

interface Place {
  /** the words before it in its paragraph */
  readonly line: string;
  /** the words right behind it */
  readonly next: string;
  /** null in the text */
  readonly note: Note | null;
  /** the footnote before this one */
  readonly before: Note | null;
}

function wordsOf(source: Source, pinpoint: string, node: ProseNode, place: Place, full: ReadonlyMap<string, Note | null>): CitedRuns {
  const signal = signalOf(node.attrs?.signal);
  const starts = beginsSentence(place.line);
  const { form, runs } = formOf(source, pinpoint, place, full, starts && signal === null);
  const parenthetical =
    textAttribute(node, 'parenthetical')
      ?.trim()
      .replace(/^\((.*)\)$/, '$1') ?? '';
  const all: CitedRun[] = [
    ...(signal === null ? [] : [{ text: starts ? capitalised(signal) : signal, italic: true }, { text: ' ' }]),
    ...runs,
    ...(parenthetical === '' ? [] : [{ text: ` (${parenthetical})` }]),
  ];
  return { form, runs: withoutSecondStop(joinRuns(all), place.next) };
}

function formOf(
  source: Source,
  pinpoint: string,
  { note, before }: Place,
  full: ReadonlyMap<string, Note | null>,
  capital: boolean,
): CitedRuns {
  if (!full.has(source.id)) return { form: 'long', runs: longForm(source, pinpoint) };
  const same = note && citedJustBefore(note, before, source.id);
  const id = same ? idForm(source, same.pinpoint, pinpoint, capital) : null;
  if (id) return { form: 'id', runs: id };
  const first = full.get(source.id) ?? null;
  if (note === null || first === null || first === note || NEVER_SUPRA.has(source.kind)) {
    return { form: 'short', runs: shortForm(source, pinpoint) };
  }
  const at = isPage(pinpoint) ? `, at ${pinpoint}` : behindShort(pinpoint);
  return {
    form: 'supra',
    runs: [
      ...supraName(source),
      { text: ', ' },
      { text: 'supra', italic: true },
      { text: ' note ' },
      { text: String(first.number), noteId: first.id },
      { text: at },
    ],
  };
}

/** The citation right before, where it is of the same source: in this footnote, or in the one before if that cites nothing else. */
function citedJustBefore(note: Note, before: Note | null, key: string): Cited | null {
  const last = note.cited.at(-1);
  if (last) return last.key === key ? last : null;
  if (!before?.cited.every((each) => each.key === key)) return null;
  return before.cited.at(-1) ?? null;
}

/** "Id.", with the pinpoint where it is another one. Null where the one before had a pinpoint and this one has none: id. would repeat it. */
function idForm(source: Source, was: string, pinpoint: string, capital: boolean): readonly CitedRun[] | null {
  const id: CitedRun = { text: capital ? 'Id.' : 'id.', italic: true };
  if (was === pinpoint) return [id];
  const section = sectionOfCode(source, pinpoint);
  if (section !== null) return [id, { text: ` ${section}` }];
  if (pinpoint === '') return null;
  return [id, { text: isPage(pinpoint) ? ` at ${pinpoint}` : ` ${pinpoint}` }];
}

/** "Id." before a full stop ends without one of its own. */
function withoutSecondStop(runs: readonly CitedRun[], next: string): readonly CitedRun[] {
  const last = runs.at(-1);
  if (!last || !next.startsWith('.') || next.startsWith('..') || !last.text.endsWith('.')) return runs;
  return [...runs.slice(0, -1), { ...last, text: last.text.slice(0, -1) }];
}
