import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What somebody does to a Word file; the numbers choose where, among whatever there is. `author` is null where Word does not track it. */
export interface WordEdit {
  readonly act: WordAct;
  readonly at: number;
  readonly to: number;
  readonly author: string | null;
}

export const WORD_ACTS = [
  'insert words',
  'delete words',
  'replace words',
  'bold',
  'italic',
  'split',
  'join',
  'insert paragraph',
  'delete paragraph',
  'insert row',
  'delete row',
] as const;
export type WordAct = (typeof WORD_ACTS)[number];

export interface EditedWord {
  readonly bytes: Uint8Array;
  /** where: the style of the paragraph, "row" or "footnote" */
  readonly place: string;
  /** what stands there now, as XML */
  readonly xml: string;
}

/** Words that no generated letter has. */
export const NEW_WORD = 'zebra';

/**
 * A file of ours after one edit, by its XML as Word writes it; null where there is nothing to do that to. Only plain words of sections are edited,
 * and none that `taken` holds.
 */
export function editWord(bytes: Uint8Array, edit: WordEdit, taken: readonly string[] = []): EditedWord | null {
  const parts = unzipSync(bytes);
  const read = (part: string) => strFromU8(parts[part] ?? new Uint8Array());
  const places = [...placesIn(read(DOCUMENT), DOCUMENT), ...(parts[NOTES] ? placesIn(read(NOTES), NOTES) : [])];
  const made = makeEdit(
    places.filter(({ xml }) => !taken.some((own) => own.includes(xml))),
    edit,
  );
  if (!made) return null;
  const { from, to, xml, place } = made;
  const part = place.part;
  const before = read(part);
  return {
    bytes: zipSync({ ...parts, [part]: strToU8(before.slice(0, from) + xml + before.slice(to)) }),
    place: edit.act.endsWith('row') ? 'row' : part === NOTES ? 'footnote' : place.style,
    xml,
  };
}

const DOCUMENT = 'word/document.xml';
const NOTES = 'word/footnotes.xml';

interface Place {
  readonly part: string;
  /** of the paragraph in its part */
  readonly from: number;
  readonly xml: string;
  readonly style: string;
  readonly row: { readonly from: number; readonly xml: string; readonly rows: number } | null;
  /** whether another paragraph of the same form follows at once */
  readonly followed: boolean;
}

interface MadeEdit {
  readonly from: number;
  readonly to: number;
  readonly xml: string;
  readonly place: Place;
}

/** What is no text of a section: titles, questions, captions, notes of sources, and what stands outside. */
const OTHERS = /^(?:Heading1|AnnexHeading|Question.*|Quoted.*|Caption|SourceNote|TOC.*|Closing|Signature|CopyList)$/;
const PLAIN_RUN = /<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>|<w:rStyle).)*<\/w:rPr>)?<w:t xml:space="preserve">[^<]*<\/w:t><\/w:r>/s;
const NOTE_RUN = /<w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:footnoteReference w:id="\d+"\/><\/w:r>/;
const PROPERTIES = /<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>/s;
const PURE = new RegExp(`^<w:p>(?:${PROPERTIES.source})?(?:${PLAIN_RUN.source}|${NOTE_RUN.source})+</w:p>$`, 's');

function placesIn(xml: string, part: string): Place[] {
  const sections = part === NOTES ? [[0, xml.length] as const] : sectionsIn(xml);
  const tables = innermostTables(xml);
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].flatMap((match): Place[] => {
    const [own] = match;
    const style = /<w:pStyle w:val="([^"]+)"/.exec(own)?.[1] ?? '';
    if (OTHERS.test(style) || !sections.some(([from, to]) => match.index > from && match.index < to)) return [];
    const table = tables.find((candidate) => candidate.index < match.index && match.index < candidate.index + candidate[0].length);
    const rows = table ? [...table[0].matchAll(/<w:tr>.*?<\/w:tr>/gs)] : [];
    const row = table && rows.find((one) => table.index + one.index < match.index && match.index < table.index + one.index + one[0].length);
    // the tables of figures are no text of the letter
    if (/<w:sdt>|<w:fldChar|_Ref|Fig|Obj|not available/.test(own) || (table && isFigure(xml, table.index))) return [];
    const next = xml.slice(match.index + own.length);
    return [
      {
        part,
        from: match.index,
        xml: own,
        style,
        row: table && row ? { from: table.index + row.index, xml: row[0], rows: rows.length } : null,
        followed: next.startsWith(`<w:p>${PROPERTIES.exec(own)?.[0] ?? '-'}<w:r>`),
      },
    ];
  });
}

/** The tables in which no other one stands. */
function innermostTables(xml: string): { readonly index: number; readonly 0: string }[] {
  const tables: { readonly index: number; readonly 0: string }[] = [];
  let open: number | null = null;
  for (const { 0: tag, index } of xml.matchAll(/<\/?w:tbl>/g)) {
    if (tag === '</w:tbl>' && open !== null) tables.push({ index: open, 0: xml.slice(open, index + tag.length) });
    open = tag === '<w:tbl>' ? index : null;
  }
  return tables;
}

function sectionsIn(xml: string): (readonly [number, number])[] {
  return [...xml.matchAll(/<w:bookmarkStart w:id="(\d+)" w:name="Sec_[^"]*"\/>/g)].map((start) => [
    start.index,
    xml.indexOf(`<w:bookmarkEnd w:id="${start[1]}"/>`, start.index),
  ]);
}

function isFigure(xml: string, table: number): boolean {
  const before = xml.slice(0, table);
  return /(?:Caption|SourceNote)"/.test(before.slice(before.lastIndexOf('<w:p>'))) || before.endsWith('<w:sdtContent>');
}

function makeEdit(places: readonly Place[], edit: WordEdit): MadeEdit | null {
  const pick = (list: readonly Place[]) => (list.length > 0 ? (list[edit.at % list.length] ?? null) : null);
  switch (edit.act) {
    case 'insert row':
    case 'delete row':
      return rowEdit(pick(places.filter(({ row }) => row && (edit.act === 'insert row' || row.rows > 1) && !/vMerge/.test(row.xml))), edit);
    case 'insert paragraph':
      return insertedParagraph(pick(places.filter(({ xml, part }) => PURE.test(xml) && part === DOCUMENT)), edit);
    case 'delete paragraph':
      return deletedParagraph(
        pick(places.filter(({ xml, row, part }) => PURE.test(xml) && !NOTE_RUN.test(xml) && !row && part === DOCUMENT)),
        edit,
      );
    case 'join':
      return joined(pick(places.filter(({ xml, followed, part }) => canJoin(xml) && followed && part === DOCUMENT)), edit, places);
    default:
      return wordEdit(pick(places.filter(({ xml }) => wordsIn(xml).length > 0 && (edit.act !== 'split' || PURE.test(xml)))), edit);
  }
}

const by = (author: string) => `w:id="9001" w:author="${author}" w:date="2026-09-01T10:00:00Z"`;
const run = (text: string, properties = '') => (text === '' ? '' : `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`);
const come = (xml: string, author: string | null) => (author === null ? xml : `<w:ins ${by(author)}>${xml}</w:ins>`);
const gone = (xml: string, author: string | null) =>
  author === null
    ? ''
    : `<w:del ${by(author)}>${xml.replace(/<w:t( [^>]*)?>/g, '<w:delText$1>').replaceAll('</w:t>', '</w:delText>')}</w:del>`;

interface Word {
  /** the run, its place in the paragraph, and the words of it */
  readonly run: string;
  readonly at: number;
  readonly properties: string;
  readonly text: string;
  readonly word: string;
  readonly start: number;
}

/** The words of plain runs that have neighbours, so that what is done to them is seen. */
function wordsIn(paragraph: string): Word[] {
  return [...paragraph.matchAll(new RegExp(PLAIN_RUN.source, 'gs'))].flatMap((match) => {
    const [own] = match;
    const text = /<w:t [^>]*>([^<]*)<\/w:t>/.exec(own)?.[1] ?? '';
    const properties = /<w:rPr>.*<\/w:rPr>/s.exec(own)?.[0] ?? '';
    return [...text.matchAll(/(?<=[a-z] )[a-z]{2,} (?=[a-z])/g)].map((word) => ({
      run: own,
      at: match.index,
      properties,
      text,
      word: word[0],
      start: word.index,
    }));
  });
}

function wordEdit(place: Place | null, { act, to, author }: WordEdit): MadeEdit | null {
  const words = place ? wordsIn(place.xml) : [];
  const word = words[to % Math.max(words.length, 1)];
  if (!place || !word) return null;
  const { properties, text, start } = word;
  const [before, own, after] = [text.slice(0, start), word.word, text.slice(start + word.word.length)];
  const part = (words: string) => run(words, properties);
  const runs = (xml: string) => place.xml.slice(0, word.at) + xml + place.xml.slice(word.at + word.run.length);
  const whole = (xml: string): MadeEdit => ({ from: place.from, to: place.from + place.xml.length, xml, place });
  switch (act) {
    case 'insert words':
      return whole(runs(`${part(before)}${come(part(`${NEW_WORD} `), author)}${part(own + after)}`));
    case 'delete words':
      return whole(runs(`${part(before)}${gone(part(own), author)}${part(after)}`));
    case 'replace words':
      return whole(runs(`${part(before)}${gone(part(own), author)}${come(part(`${NEW_WORD} `), author)}${part(after)}`));
    case 'split': {
      const form = PROPERTIES.exec(place.xml)?.[0] ?? '<w:pPr></w:pPr>';
      const ended = author === null ? form : withMark(form, `<w:ins ${by(author)}/>`);
      const cut = place.xml.slice(0, word.at).replace(PROPERTIES, '').replace('<w:p>', `<w:p>${ended}`);
      return whole(`${cut}${part(before)}</w:p><w:p>${form}${part(own + after)}${place.xml.slice(word.at + word.run.length)}`);
    }
    default: {
      const name = act === 'bold' ? '<w:b/>' : '<w:i/>';
      const inner = properties.replace(/<\/?w:rPr>/g, '');
      if (inner !== '') return null;
      const change = author === null ? '' : `<w:rPrChange ${by(author)}><w:rPr/></w:rPrChange>`;
      return whole(runs(`${part(before)}${run(own, `<w:rPr>${name}${change}</w:rPr>`)}${part(after)}`));
    }
  }
}

function withMark(properties: string, mark: string): string {
  return properties.replace(/<\/w:pPr>$/, `<w:rPr>${mark}</w:rPr></w:pPr>`);
}

function insertedParagraph(place: Place | null, { author }: WordEdit): MadeEdit | null {
  if (!place) return null;
  const form = PROPERTIES.exec(place.xml)?.[0] ?? '<w:pPr></w:pPr>';
  const own = author === null ? form : withMark(form, `<w:ins ${by(author)}/>`);
  const at = place.from;
  return { from: at, to: at, xml: `<w:p>${own}${come(run(`The ${NEW_WORD} of it.`), author)}</w:p>`, place };
}

function deletedParagraph(place: Place | null, { author }: WordEdit): MadeEdit | null {
  if (!place) return null;
  const form = PROPERTIES.exec(place.xml)?.[0] ?? '<w:pPr></w:pPr>';
  const inner = place.xml
    .replace(/^<w:p>/, '')
    .replace(PROPERTIES, '')
    .replace(/<\/w:p>$/, '');
  const xml = author === null ? '' : `<w:p>${withMark(form, `<w:del ${by(author)}/>`)}${gone(inner, author)}</w:p>`;
  return { from: place.from, to: place.from + place.xml.length, xml, place };
}

/** Where one word alone is joined to another without a space between them, a third word comes of both: nothing tells that they were joined. */
function canJoin(paragraph: string): boolean {
  return PURE.test(paragraph) && wordsIn(paragraph).length > 1;
}

function joined(place: Place | null, { author }: WordEdit, places: readonly Place[]): MadeEdit | null {
  const next = place && places.find((own) => own.part === place.part && own.from === place.from + place.xml.length);
  if (!place || !next || !canJoin(next.xml)) return null;
  const form = PROPERTIES.exec(place.xml)?.[0] ?? '<w:pPr></w:pPr>';
  const paragraph = `${place.xml}${next.xml}`;
  const xml =
    author === null
      ? `${place.xml.replace(/<\/w:p>$/, '')}${next.xml.replace('<w:p>', '').replace(PROPERTIES, '')}`
      : `${place.xml.replace(PROPERTIES, withMark(form, `<w:del ${by(author)}/>`))}${next.xml}`;
  return { from: place.from, to: place.from + paragraph.length, xml, place };
}

function rowEdit(place: Place | null, { act, author }: WordEdit): MadeEdit | null {
  const row = place?.row;
  if (!place || !row) return null;
  const ended = (xml: string, mark: string) =>
    author === null
      ? xml
      : xml.includes('<w:trPr>')
        ? xml.replace('</w:trPr>', `${mark}</w:trPr>`)
        : xml.replace('<w:tr>', `<w:tr><w:trPr>${mark}</w:trPr>`);
  if (act === 'delete row') {
    const xml = author === null ? '' : ended(row.xml, `<w:del ${by(author)}/>`);
    return { from: row.from, to: row.from + row.xml.length, xml, place };
  }
  const cells = row.xml
    .replace('<w:tblHeader/>', '')
    .replace(/<w:p>.*?<\/w:p>|<w:p\/>/gs, '')
    .replace(/<w:(?:sdt|tbl)>.*?<\/w:(?:sdt|tbl)>/gs, '');
  const filled = cells.replaceAll(
    '</w:tc>',
    `<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>${come(run(NEW_WORD), author)}</w:p></w:tc>`,
  );
  const at = row.from + row.xml.length;
  return { from: at, to: at, xml: ended(filled, `<w:ins ${by(author ?? '')}/>`), place };
}
