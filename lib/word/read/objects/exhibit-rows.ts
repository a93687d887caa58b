import type { HeldRow } from '@/lib/letter/returned/held-row';
import { trackedOf } from '@/lib/letter/tracked/side';
import type { TrackedEnd } from '@/lib/letter/tracked/tracked';
import { MISSING_FIGURE } from '../../write/inline/figure-number';
import type { FileBlock, FileParagraph, FileTable } from '../blocks/file-block';
import type { BlockGroup } from '../blocks/group-marks';
import { DRAWING, formerText, isMarker, RETURNED_AS, shownText } from '../inline/markers';
import type { Reading } from '../reading';
import { chartShown } from './chart-shown';
import { captionNode } from './exhibit-caption';
import type { FoundObject } from './object-finder';
import { objectNode, returnedObject } from './object-node';

/** What stands within the names of a figure: the table or chart as one row, and what somebody put in beside it. */
export function exhibitRows(group: BlockGroup, reading: Reading): { readonly row: HeldRow | null; readonly rest: readonly FileBlock[] } {
  const paragraphs = group.blocks.filter((block) => block.kind === 'paragraph');
  const table = group.blocks.find((block) => block.kind === 'table');
  const chart = paragraphs.find(({ content }) => content.some(({ type }) => type === DRAWING));
  const caption = paragraphs.find(isCaption);
  const source = paragraphs.findLast(({ role, content }) => role.kind === 'source' || /^source: /i.test(shownText(content)));
  const missing = paragraphs.find(({ content }) =>
    [shownText(content), formerText(content)].some((text) => text.trim() === MISSING_FIGURE),
  );
  if (!table && !chart && !caption && !missing) return inlineFigure(group, paragraphs, reading);
  const names = group.marks.map(({ name }) => name);
  const isChart = chart !== undefined || (!table && /^chart/i.test(caption ? shownText(caption.content) : ''));
  const fallback = isChart ? 'figureChart' : 'figureTable';
  const found = reading.objects.figure(names, (type) => type !== 'figureNumber', fallback);
  const by = group.marks.some(({ control }) => control) ? 'control' : 'bookmark';
  const own = new Set<FileBlock | undefined>([table, chart, caption, source, missing]);
  return {
    row: exhibitRow({ found, by, table, chart, caption, missing }, reading),
    rest: group.blocks.filter((block) => !own.has(block)),
  };
}

export function isCaption({ role, counted, content }: FileParagraph): boolean {
  return role.kind === 'caption' || counted || /^(table|chart) \d+\b/i.test(shownText(content).trim());
}

export interface ExhibitParts {
  readonly found: FoundObject;
  readonly by: 'control' | 'bookmark' | 'text';
  readonly table: FileTable | undefined;
  readonly chart: FileParagraph | undefined;
  readonly caption: FileParagraph | undefined;
  readonly missing: FileParagraph | undefined;
}

/** The row of a table or chart that is bound. */
function exhibitRow({ found, by, table, chart, caption, missing }: ExhibitParts, reading: Reading): HeldRow {
  const shown = table ? table.words : chart ? chartShown(chart.content, reading) : MISSING_FIGURE;
  const key = reading.log.object(returnedObject(found, by, missing && !table && !chart ? MISSING_FIGURE : shown, reading));
  const line = chart ?? missing;
  const tracked = table ? trackedTable(table) : line ? trackedLine(line) : null;
  if (caption && !tracked && shownText(caption.content) !== formerText(caption.content)) {
    reading.log.notUnderstood(reading.file.main, 'a tracked change of a caption, which is read as accepted', shownText(caption.content));
  }
  const attrs = { ...captionNode(found, caption), [RETURNED_AS]: key, ...(tracked ? { tracked } : {}) };
  const left = table?.left ?? chart?.left ?? missing?.left ?? 0;
  return { node: { type: found.node.type, attrs }, kind: 'block', left, list: null };
}

/** A bookmark of a number that reaches over the end of a paragraph: the words stay, the first of them as the number. */
function inlineFigure(group: BlockGroup, paragraphs: readonly FileParagraph[], reading: Reading) {
  const names = group.marks.map(({ name }) => name);
  const first = paragraphs.find(({ content }) => content.some((node) => !isMarker(node)));
  const rest = group.blocks.map((block) => {
    if (block !== first || block.kind !== 'paragraph') return block;
    return { ...block, content: objectNode(block.content, names, 'bookmark', false, reading) };
  });
  return { row: null, rest };
}

/** A table comes or goes as a whole where all of its rows do. */
function trackedTable({ node }: FileTable): TrackedEnd | null {
  const [first, ...others] = (node.content ?? []).map(trackedOf);
  return first && others.every((own) => own?.kind === first.kind) ? first : null;
}

/** A chart, or what stands where there is none, comes or goes with its drawing or words. */
function trackedLine({ content }: FileParagraph): TrackedEnd | null {
  const marks = content
    .filter(({ type }) => type === DRAWING || type === 'text')
    .map((node) => node.marks?.find(({ type }) => type === 'inserted' || type === 'deleted'));
  const [first] = marks;
  if (!first || !marks.every((mark) => mark?.type === first.type)) return null;
  const { author, at } = (first.attrs ?? {}) as { readonly author?: string; readonly at?: string };
  return { kind: first.type as TrackedEnd['kind'], author: author ?? '', at: at ?? '' };
}
