import { attributeOf, changeableContent, childOf, childrenOf, type Formatted, nameOf, textOf } from './formatted';
import type { ListNumber } from './lists';
import type { ReadingContext } from './read-blocks';

/** A heading as the contents list it. */
interface Entry {
  readonly level: number;
  readonly title: string;
  readonly number: ListNumber | null;
  readonly bookmark: string;
}

export interface ContentsPlan {
  /** The instruction of the field, by which a program makes the contents anew. */
  readonly instruction: string;
  /** The level of an entry by the style of its heading. */
  readonly levels: ReadonlyMap<string, number>;
  /** Where the numbers of pages end, in twentieths of a point from the left edge of the text. */
  readonly width: number;
}

/** Fills the empty content control of a table of contents with an entry for each heading in the body, and bookmarks the headings. */
export function fillContents(body: Formatted, control: Formatted, plan: ContentsPlan, reading: ReadingContext): void {
  const entries: Entry[] = [];
  reading.lists.restart();
  for (const { element, properties, style } of paragraphsIn(body)) {
    const level = plan.levels.get(style);
    if (level === undefined) continue;
    const title = titleOf(element);
    const number = reading.lists.next(reading.styles.paragraph(properties).paragraph);
    if (title.trim() === '') continue;
    const id = entries.length + 1;
    const bookmark = `_Toc${id}`;
    surround(element, id, bookmark);
    entries.push({ level, title, number, bookmark });
  }
  const paragraphs = entries.map((entry, index) => entryParagraph(entry, plan, reading, index === 0));
  if (paragraphs.length === 0) paragraphs.push({ 'w:p': [beginning(plan)] });
  changeableContent(control).push({ 'w:sdtContent': [...paragraphs, { 'w:p': [{ 'w:r': [fieldMark('end')] }] }] });
}

interface StyledParagraph {
  readonly element: Formatted;
  readonly properties: Formatted | undefined;
  readonly style: string;
}

function* paragraphsIn(parent: Formatted): Generator<StyledParagraph> {
  for (const element of childrenOf(parent)) {
    const name = nameOf(element);
    if (name === 'w:sdt') yield* paragraphsIn(childOf(element, 'w:sdtContent') ?? {});
    if (name !== 'w:p') continue;
    const properties = childOf(element, 'w:pPr');
    yield { element, properties, style: attributeOf(childOf(properties, 'w:pStyle'), 'w:val') ?? '' };
  }
}

/** A heading's words, without what is deleted in it. */
function titleOf(parent: Formatted): string {
  let title = '';
  for (const element of childrenOf(parent)) {
    const name = nameOf(element);
    if (name === 'w:t') title += textOf(element);
    else if (name === 'w:tab' || name === 'w:br') title += ' ';
    else if (INLINE.has(name)) title += titleOf(element);
  }
  return title;
}

const INLINE: ReadonlySet<string> = new Set(['w:r', 'w:ins', 'w:hyperlink', 'w:sdt', 'w:sdtContent', 'w:smartTag']);

function surround(paragraph: Formatted, id: number, name: string): void {
  const content = changeableContent(paragraph);
  const first = content.findIndex((part) => typeof part === 'object' && part !== null && 'w:pPr' in part) + 1;
  content.splice(first, 0, { 'w:bookmarkStart': { _attr: { 'w:name': name, 'w:id': id } } });
  content.push({ 'w:bookmarkEnd': { _attr: { 'w:id': id } } });
}

function entryParagraph({ level, title, number, bookmark }: Entry, plan: ContentsPlan, reading: ReadingContext, first: boolean): Formatted {
  const style = `TOC${level}`;
  const { paragraph, run } = reading.styles.paragraph({ 'w:pPr': [{ 'w:pStyle': { _attr: { 'w:val': style } } }] });
  const stop = number?.separator === 'tab' ? numberStop(level, reading.typefaces.of(run).width(number.text)) : 0;
  const numbered: readonly Formatted[] =
    number === null ? [] : number.separator === 'tab' ? [textRun(number.text), { 'w:r': [{ 'w:tab': {} }] }] : [textRun(`${number.text} `)];
  const page = { 'w:r': [fieldMark('begin'), instruction(`PAGEREF ${bookmark} \\h`), fieldMark('separate'), fieldMark('end')] };
  const runs = [...numbered, textRun(title), { 'w:r': [{ 'w:tab': {} }] }, page];
  return {
    'w:p': [
      {
        'w:pPr': [
          { 'w:pStyle': { _attr: { 'w:val': style } } },
          {
            'w:tabs': [
              ...(stop > paragraph.left ? [{ 'w:tab': { _attr: { 'w:val': 'left', 'w:pos': stop } } }] : []),
              { 'w:tab': { _attr: { 'w:val': 'right', 'w:pos': plan.width, 'w:leader': 'dot' } } },
            ],
          },
        ],
      },
      ...(first ? [beginning(plan)] : []),
      { 'w:hyperlink': [{ _attr: { 'w:history': 1, 'w:anchor': bookmark } }, ...runs] },
    ],
  };
}

/**
 * Where a number's text would begin by itself. An entry's text starts at its style's indent; only after numbers that are wider, such as
 * "XXXVIII.", it starts here.
 */
function numberStop(level: number, width: number): number {
  const end = 240 * level + width;
  return end <= 1920 ? Math.ceil(end / 240) * 240 : Math.round(end);
}

function beginning(plan: ContentsPlan): Formatted {
  return { 'w:r': [fieldMark('begin'), instruction(plan.instruction), fieldMark('separate')] };
}

function fieldMark(kind: 'begin' | 'separate' | 'end'): Formatted {
  return { 'w:fldChar': { _attr: { 'w:fldCharType': kind } } };
}

function instruction(words: string): Formatted {
  return { 'w:instrText': [{ _attr: { 'xml:space': 'preserve' } }, words] };
}

function textRun(text: string): Formatted {
  return { 'w:r': [{ 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, text] }] };
}
