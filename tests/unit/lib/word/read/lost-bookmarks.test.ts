import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { asWordHolds } from '@/lib/letter/returned/as-word-holds';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { settleTracked } from '@/lib/letter/tracked/settle-tracked';
import { writeLetter } from '@/lib/word/write/write-letter';
import { fullLetter } from '@/tests/support/full-letter';
import { CLEAN, changesIn, returned } from '@/tests/support/returned-letter';

const LETTER = fullLetter();

/** The file as Google Docs hands it on: no bookmarks or controls of ours, only Word's own styles for headings, formatting on the runs. */
async function asGoogleDocs(edit: (xml: string) => string = (xml) => xml): Promise<Uint8Array> {
  const parts = unzipSync(await writeLetter(LETTER, { ...CLEAN, versionHash: 'ab'.repeat(32) }));
  const plain = (xml: string) =>
    xml
      .replace(/<w:bookmark(Start|End) [^>]*\/>/g, '')
      .replace(/<w:sdt>(?:(?!<w:sdtContent>).)*<w:sdtContent>|<\/w:sdtContent><\/w:sdt>/gs, '')
      .replace(/<w:pStyle w:val="(?!Heading[1-4]")[^"]*"\/>/g, '');
  return zipSync({
    ...parts,
    'word/document.xml': strToU8(edit(plain(strFromU8(parts['word/document.xml']!)))),
    'word/footnotes.xml': strToU8(plain(strFromU8(parts['word/footnotes.xml']!))),
  });
}

const prose = (body: ProseNode) =>
  plainTextOf(body, { footnotes: false })
    .split('\n')
    .map((line) => line.replace(/[^A-Za-z]+/g, ' ').trim())
    .filter((line) => line !== '');

describe('a file without bookmarks', () => {
  it('is parted by the text that it shares with the letter', async () => {
    const document = returned(await asGoogleDocs(), LETTER);
    expect(document.versionHash).toBeNull();
    expect(document.sections.map(({ id, by, title }) => [id, by, title])).toEqual(
      LETTER.sections.map(({ id, kind, title }) => [id, 'text', kind === 'introduction' ? '' : title]),
    );
    expect(document.furniture).toContain('Ladies and Gentlemen:');
    expect(document.furniture).toContain('General Counsel');
  });

  it('keeps the words of every section, its notes, and its tables and charts', async () => {
    const document = returned(await asGoogleDocs(), LETTER);
    for (const { id, body } of LETTER.sections) {
      const section = document.sections.find((own) => own.id === id)!;
      const [own, sent] = [settleTracked(section.body, 'accept'), asWordHolds(body)];
      const kinds = (node: ProseNode): string[] => [
        ...(/^figure(Table|Chart)|footnote/.test(node.type) ? [node.type] : []),
        ...(node.content ?? []).flatMap(kinds),
      ];
      expect(kinds(own)).toEqual(kinds(sent));
      expect(prose(own).length).toBe(prose(sent).length);
    }
  });

  it('says nothing changed where nothing could be lost, and one edit as that edit', async () => {
    const conclusion = LETTER.sections[4]!.id;
    const edited = await asGoogleDocs((xml) =>
      xml.replace('We thank the Commissions for considering', 'We thank both Commissions for considering'),
    );
    expect(changesIn(LETTER, returned(await asGoogleDocs(), LETTER)).get(conclusion)).toBeUndefined();
    expect(changesIn(LETTER, returned(edited, LETTER)).get(conclusion)).toHaveLength(1);
  });

  it('of another letter shares no section with this one', async () => {
    const other = returned(await asGoogleDocs(), {
      ...LETTER,
      sections: LETTER.sections.map((own) => ({
        ...own,
        title: 'Nothing of it',
        question: null,
        body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Other words.' }] }] },
      })),
    });
    expect(other.sections.every(({ id }) => id === null)).toBe(true);
  });
});
