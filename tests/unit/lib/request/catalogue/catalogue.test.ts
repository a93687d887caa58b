import { describe, expect, it } from 'vitest';
import { RELATED_ACTIONS, relatedAction } from '@/lib/request/actions/related-actions';
import { addresseesOf } from '@/lib/request/catalogue/addressees-of';
import { CATALOGUE, catalogueRequest } from '@/lib/request/catalogue/catalogue';
import { matchCatalogue } from '@/lib/request/catalogue/match-catalogue';
import { factsOf } from '@/lib/request/facts-of';
import { identifiersOf } from '@/lib/request/identifiers-of';
import { isDate } from '@/lib/request/read/dates';
import { readText } from '@/tests/support/read-request-text';
import { asXml } from '@/tests/support/register-document';
import { SAMPLE_REQUEST } from '@/tests/support/sample-request-model';

interface AnyFact {
  readonly value: unknown;
  readonly standing: unknown;
  readonly sources: readonly string[];
}
const factsIn = (value: object): AnyFact[] =>
  Object.values(value).filter((member): member is AnyFact => typeof member === 'object' && member !== null && 'standing' in member);

describe('the catalogue', () => {
  it('has the three requests, each its own', () => {
    expect(CATALOGUE.map(({ key }) => key)).toEqual([
      'portfolio-margining-2026',
      'product-definitions-2026',
      'uncleared-portfolio-margining-2020',
    ]);
  });

  it('gives every known fact a standing and a source, and every unknown one neither', () => {
    for (const entry of CATALOGUE) {
      for (const fact of factsIn(entry)) {
        expect(fact.value === null).toBe(fact.standing === null);
        expect(fact.sources.length > 0).toBe(fact.standing !== null);
      }
    }
  });

  it.each([
    ['uncleared-portfolio-margining-2020', '85 FR 70536', '2020-23928', '2020-12-07', 'primary'],
    ['product-definitions-2026', '91 FR 37873', '2026-12743', '2026-08-24', 'secondary'],
  ])('knows of %s its citation, number and deadline', (key, citation, number, due, standing) => {
    const entry = catalogueRequest(key);
    expect([entry?.citation.value, entry?.documentNumber.value, entry?.commentsClose.value, entry?.citation.standing]).toEqual([
      citation,
      number,
      due,
      standing,
    ]);
  });

  it('knows neither title, number, deadline nor question of the portfolio-margining request of 2026', () => {
    const entry = catalogueRequest('portfolio-margining-2026');
    for (const field of [
      'officialTitle',
      'citation',
      'documentNumber',
      'published',
      'commentsClose',
      'fileNumbers',
      'rins',
      'questionCount',
    ] as const) {
      expect(entry?.[field].value).toBeNull();
    }
  });

  it('holds none of the identifiers that circulate on unsafe pages, and no headline of the press', () => {
    expect(JSON.stringify(CATALOGUE)).not.toMatch(/S7-2026-21|3038-AF71|3235-AN79|Seek Public Comment/i);
  });

  it('finds an entry by number or citation, and never by anything else', () => {
    expect(matchCatalogue({ documentNumber: '2020-23928', citation: null })?.key).toBe('uncleared-portfolio-margining-2020');
    expect(matchCatalogue({ documentNumber: null, citation: '91 FR 37873' })?.key).toBe('product-definitions-2026');
    expect(matchCatalogue({ documentNumber: null, citation: null })).toBeNull();
  });
});

describe('the timeline', () => {
  it('runs from the oldest to the newest, every date in the calendar, every key once', () => {
    const dates = RELATED_ACTIONS.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(dates.every(isDate)).toBe(true);
    expect(new Set(RELATED_ACTIONS.map(({ key }) => key)).size).toBe(RELATED_ACTIONS.length);
  });

  it.each([
    ['mou-2026', '2026-03-11', 'secondary'],
    ['cftc-cross-margining-proposal', '2025-12-17', 'primary'],
    ['sec-cross-margining-order', '2026-04-15', 'secondary'],
    ['cftc-cross-margining-order', '2026-04-20', 'secondary'],
    ['treasury-clearing-cash', '2026-12-31', 'primary'],
    ['treasury-clearing-repo', '2027-06-30', 'primary'],
  ])('has %s on %s, known at %s standing', (key, date, standing) => {
    expect(relatedAction(key)).toMatchObject({ date, standing });
  });

  it('has for each a citation fit for a footnote and a source', () => {
    for (const action of RELATED_ACTIONS) {
      expect(action.citation).toMatch(/\d{4}|\d+ FR \d+/);
      expect(action.citation).not.toMatch(/\.$/);
      expect(action.sources.length).toBeGreaterThan(0);
    }
  });
});

describe('addressees and identifiers', () => {
  it('has a block per agency in the order of the document, with office-holder and street', () => {
    const blocks = addresseesOf(['Commodity Futures Trading Commission', 'Securities and Exchange Commission', 'SEC', 'Board of Example']);
    expect(blocks.map(({ agency }) => agency)).toEqual(['CFTC', 'SEC', 'Board of Example']);
    expect(blocks[0]?.lines).toEqual([
      'Mr. Christopher Kirkpatrick',
      'Secretary of the Commission',
      'U.S. Commodity Futures Trading Commission',
      'Three Lafayette Centre',
      '1155 21st Street NW',
      'Washington, DC 20581',
    ]);
    expect(blocks[1]?.lines.at(-1)).toBe('Washington, DC 20549-1090');
  });

  it('prints the identifiers of a Re: line', () => {
    expect(identifiersOf({ releases: ['34-90246'], docketIds: ['S7-15-20', 'Docket No. OCC-1'], rins: ['3038-AF07'] })).toEqual([
      'Release No. 34-90246',
      'File No. S7-15-20',
      'Docket No. OCC-1',
      'RIN 3038-AF07',
    ]);
  });
});

describe('the facts of an imported request', () => {
  const document = readText(asXml(SAMPLE_REQUEST), { fileName: 'release.xml' });
  const value = (label: string, rows: ReturnType<typeof factsOf>) => rows.find((row) => row.label === label);

  it('are primary where the document states them, with the file as source', () => {
    expect(value('Comments due', factsOf(document, null))).toEqual({
      label: 'Comments due',
      value: 'August 31, 2026',
      standing: 'primary',
      sources: ['release.xml'],
      note: null,
    });
  });

  it('come from the catalogue with its standing where the document is silent, and stay empty where both are', () => {
    const rows = factsOf({ ...document, citation: null }, catalogueRequest('product-definitions-2026'));
    expect(value('Citation', rows)).toMatchObject({ value: '91 FR 37873', standing: 'secondary' });
    expect(value('Published', factsOf(document, null))).toMatchObject({ value: null, standing: null });
  });

  it('say that a citation was derived', () => {
    expect(value('Citation', factsOf(document, null))?.note).toContain('check it');
  });
});
