import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeLetter } from '@/lib/word/write/write-letter';
import { changeLine } from '@/tests/support/change-line';
import { fullLetter } from '@/tests/support/full-letter';
import { CLEAN, changesIn, returned } from '@/tests/support/returned-letter';

const LETTER = fullLetter();
const HASH = '0123456789abcdef'.repeat(4);
const DOCUMENT = 'word/document.xml';
const NOTES = 'word/footnotes.xml';

/** What Word does to a part when it saves a file that nobody edited, one habit each. */
const HABITS: Readonly<Record<string, { readonly parts: readonly string[]; readonly by: (xml: string) => string }>> = {
  'marks every paragraph and run with its session': {
    parts: [DOCUMENT, NOTES],
    by: (xml) =>
      xml
        .replaceAll('<w:p>', '<w:p w14:paraId="4B5E21F0" w14:textId="77777777" w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">')
        .replaceAll('<w:r>', '<w:r w:rsidRPr="00C3D4E5">'),
  },
  'cuts runs at what it checks the spelling of': {
    parts: [DOCUMENT, NOTES],
    by: (xml) =>
      xml.replace(
        /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<&]{4,})<\/w:t><\/w:r>/g,
        (_, format: string | undefined, text: string) => {
          const run = (words: string) => `<w:r>${format ?? ''}<w:t xml:space="preserve">${words}</w:t></w:r>`;
          const cut = Math.floor(text.length / 2);
          return `${run(text.slice(0, cut))}<w:proofErr w:type="gramStart"/>${run(text.slice(cut))}<w:proofErr w:type="gramEnd"/>`;
        },
      ),
  },
  'says where pages broke': {
    parts: [DOCUMENT],
    by: (xml) => xml.replaceAll('<w:t xml:space="preserve">', '<w:lastRenderedPageBreak/><w:t xml:space="preserve">'),
  },
  'says the language of runs and that fields are not checked': {
    parts: [DOCUMENT, NOTES],
    by: (xml) =>
      xml
        .replace(/<w:r><w:t /g, '<w:r><w:rPr><w:noProof/><w:lang w:val="en-GB" w:eastAsia="de-DE"/></w:rPr><w:t ')
        .replace(/<\/w:pPr>/g, '<w:rPr><w:lang w:val="en-US"/></w:rPr></w:pPr>'),
  },
  'computes pages in the contents anew': {
    parts: [DOCUMENT],
    by: (xml) =>
      xml.replace(/(PAGEREF[\s\S]{0,300}?<w:t[^>]*>)(\d+)(<\/w:t>)/g, (_, before, page, after) => `${before}${Number(page) + 3}${after}`),
  },
  'parts the instructions of fields': {
    parts: [DOCUMENT, NOTES],
    by: (xml) =>
      xml.replace(/<w:instrText xml:space="preserve">(\S+)( [^<]*)<\/w:instrText><\/w:r>/g, (_, first, rest) =>
        [first, rest].map((own) => `<w:instrText xml:space="preserve">${own}</w:instrText></w:r>`).join('<w:r>'),
      ),
  },
  'gives controls an identity and a look': {
    parts: [DOCUMENT, NOTES],
    by: (xml) =>
      xml
        .replace(/<w:sdtPr>/g, '<w:sdtPr><w:rPr><w:b w:val="0"/></w:rPr><w:id w:val="-1234567"/><w15:appearance w15:val="hidden"/>')
        .replace(/<w:sdtContent>/g, '<w:sdtEndPr><w:rPr/></w:sdtEndPr><w:sdtContent>'),
  },
  'leaves a mark where the cursor stood': {
    parts: [DOCUMENT],
    by: (xml) => xml.replace('</w:p>', '<w:bookmarkStart w:id="5" w:name="_GoBack"/><w:bookmarkEnd w:id="5"/></w:p>'),
  },
  'numbers notes and their separators anew': {
    parts: [DOCUMENT, NOTES],
    by: (xml) =>
      xml.replace(/(<w:footnote(?:Reference)?\b[^>]*w:id=")(-?\d+)(")/g, (whole, before, id, after) =>
        /w:type=/.test(whole) ? whole : `${before}${Number(id) + 20}${after}`,
      ),
  },
  'calls styles by the names of its language': {
    parts: [DOCUMENT, NOTES, 'word/styles.xml'],
    by: (xml) =>
      Object.entries({
        Heading1: 'berschrift1',
        Heading2: 'berschrift2',
        Heading3: 'berschrift3',
        Heading4: 'berschrift4',
        BodyText: 'Textkrper',
        Quote: 'Zitat',
        FootnoteText: 'Funotentext',
        FootnoteReference: 'Funotenzeichen',
        ListParagraph: 'Listenabsatz',
        Caption: 'Beschriftung',
        Closing: 'Gruformel',
        Signature: 'Unterschrift',
      }).reduce(
        // names stay as they are, in English, whatever the language
        (text, [from, to]) =>
          text.replace(new RegExp(`(<w:(?:pStyle|rStyle|basedOn|next|link) w:val="|w:styleId=")${from}"`, 'g'), `$1${to}"`),
        xml,
      ),
  },
  'measures tables': {
    parts: [DOCUMENT],
    by: (xml) =>
      xml
        .replace(/<w:gridCol w:w="\d+"\/>/g, '<w:gridCol w:w="1177"/>')
        .replace(/<w:tcW w:type="dxa" w:w="\d+"\/>/g, '<w:tcW w:w="1177" w:type="dxa"/>')
        .replaceAll('</w:tblPr>', '<w:tblLook w:val="04A0" w:firstRow="1" w:noVBand="1"/></w:tblPr>')
        .replaceAll('<w:tr>', '<w:tr w:rsidR="00AB12CD" w14:paraId="11111111"><w:tblPrEx><w:tblCellMar/></w:tblPrEx>'),
  },
  'offers a chart to older programs too': {
    parts: [DOCUMENT],
    by: (xml) =>
      xml.replace(
        /<w:drawing>[\s\S]*?<\/w:drawing>/g,
        (drawing) =>
          `<mc:AlternateContent><mc:Choice Requires="wp14">${drawing}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>`,
      ),
  },
  'says of links that they were visited': {
    parts: [DOCUMENT, NOTES],
    by: (xml) => xml.replace(/<w:hyperlink r:id/g, '<w:hyperlink w:history="1" w:tgtFrame="_blank" r:id'),
  },
  'leaves out that spaces count where there are none': {
    parts: [DOCUMENT, NOTES],
    by: (xml) => xml.replace(/<w:t xml:space="preserve">([^\s<][^<]*[^\s<])<\/w:t>/g, '<w:t>$1</w:t>'),
  },
};

describe('a file that Word saved again without an edit', () => {
  let parts: Record<string, Uint8Array>;
  beforeAll(async () => {
    parts = unzipSync(await writeLetter(LETTER, { ...CLEAN, versionHash: HASH }));
  });

  const saved = (names: readonly string[]) => {
    const after = { ...parts };
    for (const name of names) {
      const habit = HABITS[name];
      for (const part of habit?.parts ?? []) {
        const before = strFromU8(after[part] ?? new Uint8Array());
        after[part] = strToU8(habit?.by(before) ?? before);
      }
    }
    expect(names.length > 0 && Object.keys(parts).every((part) => after[part] === parts[part])).toBe(false);
    return returned(zipSync(withNamespaces(after)), LETTER);
  };
  const objectsOf = ({ sections }: ReturnType<typeof returned>) => sections.map(({ objects }) => Object.values(objects));

  it.each([
    ...Object.keys(HABITS).map((name): [string, string[]] => [name, [name]]),
    ['does all of it', Object.keys(HABITS)] as [string, string[]],
  ])('%s: says the same', (_, names) => {
    const document = saved(names);
    expect([...changesIn(LETTER, document).values()].map((own) => (typeof own === 'string' ? own : own.map(changeLine)))).toEqual([]);
    expect(document.versionHash).toBe(HASH.slice(0, 32));
    expect(document.sections.map(({ id, by }) => [id, by])).toEqual(LETTER.sections.map(({ id }) => [id, 'bookmark']));
    expect(objectsOf(document)).toEqual(objectsOf(returned(zipSync(parts), LETTER)));
    expect(document.authors).toEqual([]);
    expect(document.notUnderstood).toEqual([]);
  });
});

/** Every part with the names of what Word adds. */
function withNamespaces(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const names = {
    mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
    w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
    w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
  };
  return Object.fromEntries(
    Object.entries(parts).map(([part, bytes]) => {
      if (part !== DOCUMENT && part !== NOTES) return [part, bytes];
      const xml = strFromU8(bytes);
      const missing = Object.entries(names).filter(([prefix]) => !xml.includes(`xmlns:${prefix}=`));
      const added = missing.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
      return [part, strToU8(xml.replace(/<w:(document|footnotes) /, (start) => `${start.trimEnd()}${added} `))];
    }),
  );
}
