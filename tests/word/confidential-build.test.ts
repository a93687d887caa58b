import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { contentForAgency } from '@/lib/letter/agencies/content-for-agency';
import type { LetterContent } from '@/lib/letter/letter-content';
import { readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { pageMarkingWords } from '@/lib/letter/protection/page-marking-words';
import { redactContent } from '@/lib/letter/protection/redact-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { validateOpenXml } from '@/lib/word/check/validate-open-xml';
import { readTemplate } from '@/lib/word/template/read-template';
import { confidentialPages } from '@/lib/word/write/request-letter/confidential-pages';
import { draftRequest } from '@/lib/word/write/request-letter/draft-request';
import { writeLetter } from '@/lib/word/write/write-letter';
import { A4, houseTemplate } from '@/tests/support/house-template';
import { doc, figTable, h, letter, note, number, p, resolved, section, text, uuid } from '@/tests/support/letters';
import { pageTexts } from '@/tests/support/office';

/** Milliseconds for what takes seconds on a machine at rest. */
const PATIENCE = 900_000;
const citeAction = () => null;
const mark = { type: 'protectedText', attrs: { protection: 'confidential' } };
const held = (node: ProseNode, id: string): ProseNode => ({
  ...node,
  attrs: { ...node.attrs, id, nodeId: id, protection: 'confidential' },
});
const table = { kind: 'table' as const, columns: [{ key: 'a', label: 'Client', format: null }], rows: [{ a: 'Acme' }], totalRow: null };

const content: LetterContent = letter(
  [
    section('introduction', 'Introduction', doc(p('We are ', text('the largest', mark), ' dealer.'))),
    section(
      'discussion',
      'Costs',
      doc(
        h(1, 'Clients'),
        p('As told', note(held(p('by Acme'), 'n1')), '.'),
        held(p('They lost ', text('much', { type: 'bold' }), '.'), 'b1'),
        held(figTable(uuid(1), { caption: 'By client' }), 't1'),
      ),
    ),
  ],
  [resolved(uuid(1), 'Clients', table), resolved(uuid(2), 'Unused', number('1'))],
);
const facts = readConfidentialRequest({
  ...{ name: 'Harbour & Lyle', identifierPrefix: 'HLS-', telephone: '+1 212 555 0100' },
  cftc: { ground: '(d)(1)(ii)', period: 'five years' },
});

const partsOf = (bytes: Uint8Array) => Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
const wordsOf = (markup: string) => [...markup.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');
const named = (bytes: Uint8Array, pattern: RegExp) => partsOf(bytes).filter(([name]) => pattern.test(name));

describe('the confidential file', () => {
  it('is marked on every page, with an identifier that counts the pages', async () => {
    const bytes = await writeLetter(content, { kind: 'confidential', citeAction, marking: pageMarkingWords(facts, 'Firm') });
    const headers = named(bytes, /word\/header\d*\.xml/);
    expect(headers).toHaveLength(2);
    for (const [, header] of headers) expect(wordsOf(header)).toContain('Confidential Treatment Requested by Harbour &amp; Lyle');
    const footers = named(bytes, /word\/footer\d*\.xml/);
    expect(footers).toHaveLength(2);
    for (const [, footer] of footers) {
      expect(wordsOf(footer)).toContain('HLS-');
      expect(footer).toMatch(/w:instr="PAGE"/);
    }
  });

  it(
    'has the same identifier in LibreOffice as in Word',
    async () => {
      const long = {
        ...content,
        sections: [...content.sections, section('annex', 'More', doc(p('On a page of its own.')), { id: uuid(9) })],
      };
      const pages = await pageTexts(
        await writeLetter(long, { kind: 'confidential', citeAction, marking: pageMarkingWords(facts, 'Firm') }),
      );
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.map((page) => /HLS-\S*/.exec(page)?.[0])).toEqual(pages.map((_, index) => `HLS-${index + 1}`));
    },
    PATIENCE,
  );

  it('has each part in brackets, in a style of their own', async () => {
    const bytes = await writeLetter(content, { kind: 'confidential', citeAction, marking: pageMarkingWords(facts, 'Firm') });
    const [[, body] = ['', '']] = named(bytes, /word\/document\.xml/);
    const [[, notes] = ['', '']] = named(bytes, /word\/footnotes\.xml/);
    expect(wordsOf(body)).toContain('We are [the largest] dealer.');
    expect(wordsOf(body)).toContain('[They lost much.]');
    expect(wordsOf(body)).toMatch(/\[Confidential: By client.*Confidential table ends\]/);
    expect(wordsOf(notes)).toContain('[by Acme]');
    expect(body).toContain('<w:rStyle w:val="ConfidentialPart"/>');
  });

  it('is the clean file but for that: no other build says anything of it', async () => {
    const bytes = await writeLetter(content, { kind: 'clean', citeAction });
    const all = partsOf(bytes).map(([, part]) => wordsOf(part));
    expect(all.join('')).not.toMatch(/Confidential|\[/);
  });
});

describe('the public file', () => {
  it('keeps the number of a table that is held back', async () => {
    const bytes = await writeLetter(redactContent(content).content, { kind: 'public', citeAction });
    const [[, body] = ['', '']] = named(bytes, /word\/document\.xml/);
    expect(wordsOf(body)).toMatch(/Table 1.*\[Redacted\]/);
    expect(wordsOf(body)).not.toMatch(/Acme|By client|not available/);
  });
});

describe('the request for confidential treatment', () => {
  const requestWords = async (agency: 'CFTC' | 'SEC') => {
    const bytes = await draftRequest(contentForAgency(content, agency), agency, facts);
    expect(await validateOpenXml(bytes)).toEqual([]);
    return partsOf(bytes)
      .map(([, part]) => wordsOf(part))
      .join('\n');
  };

  it('says to the CFTC what 17 CFR 145.9(d) asks for, of each part', async () => {
    const words = await requestWords('CFTC');
    for (const said of [
      'FOIA Confidential Treatment Request',
      'Assistant Secretary of the Commission for FOI, Privacy and Sunshine Acts Compliance',
      '17 CFR 145.9(d)(1)(ii): trade secrets or confidential commercial or financial information',
      'Confidential treatment is requested for five years.',
      '+1 212 555 0100',
      '[complete: address]',
      '[complete: division or office of the Commission that receives the letter]',
      'Openingwords in brackets',
      'Section I, Costs, note 1a paragraph',
      'Section I, Costs, Table 1the whole of Table 1',
    ]) {
      expect(words).toContain(said);
    }
  });

  it('says to the SEC what 17 CFR 200.83(c) asks for, and leaves what is not given to be completed', async () => {
    const words = await requestWords('SEC');
    for (const said of [
      'FOIA Confidential Treatment Request',
      'Office of FOIA Services, 100 F Street NE, Mail Stop 2465',
      '[complete: member of the staff who receives the letter]',
      '[complete: exemption of 5 U.S.C. 552(b)]',
      '[complete: period for which treatment is requested]',
    ]) {
      expect(words).toContain(said);
    }
  });

  it('names the pages of the confidential file where they are known, each to be looked at', async () => {
    const pages = confidentialPages(content, { citeAction, marking: pageMarkingWords(facts, 'Firm') });
    const words = partsOf(await draftRequest(content, 'CFTC', facts, { pages }))
      .map(([, part]) => wordsOf(part))
      .join('\n');
    const last = `HLS-${pages.count}`;
    expect(words).toContain(`from HLS-1 to ${last} [check: the last page of the confidential version is ${last}]`);
    expect(words).toContain('words in bracketsHLS-1 [check: page]');
    expect(words).toMatch(/the whole of Table 1HLS-\d( to HLS-\d)? \[check: page/);
    expect(words).not.toContain('[complete: page');
  });

  it('stands in the house template where there is one, under its own heading on every page', async () => {
    const read = readTemplate(
      houseTemplate({ page: A4, font: 'Garamond', header: '<w:p><w:r><w:t>House header</w:t></w:r></w:p>' }),
      'house.docx',
    );
    if (!read.ok) throw new Error(read.failures[0]?.message);
    const bytes = await draftRequest(content, 'SEC', facts, { template: read.value.style });
    expect(await validateOpenXml(bytes)).toEqual([]);
    const [[, body] = ['', '']] = named(bytes, /word\/document\.xml/);
    expect(body).toContain('w:w="11906"');
    const headers = named(bytes, /word\/header\d*\.xml/);
    expect(headers.map(([, header]) => wordsOf(header).includes('FOIA Confidential Treatment Request'))).toEqual([true, true]);
    expect(headers.some(([, header]) => wordsOf(header).includes('House header'))).toBe(true);
  });

  it('holds none of the words', async () => {
    for (const agency of ['CFTC', 'SEC'] as const) expect(await requestWords(agency)).not.toMatch(/Acme|largest|By client|They lost/);
  });
});
