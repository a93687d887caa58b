import { describe, expect, it } from 'vitest';
import { commentsCloseIn, isDate, registerVolume, writtenDates } from '@/lib/request/read/dates';
import { agencyName, docketNumbers, documentNumberIn, rinsIn } from '@/lib/request/read/identifiers';
import { readText } from '@/tests/support/read-request-text';
import { asApiJson, asXml } from '@/tests/support/register-document';
import { SAMPLE_REQUEST } from '@/tests/support/sample-request-model';

describe('numbers in the head of a document', () => {
  it.each([
    ['[Release No. 34-90246; File No. S7-15-20]', ['34-90246'], ['S7-15-20']],
    ['[Release Nos. 33-11111; 34-22222; File Number S7-01-24]', ['33-11111', '34-22222'], ['S7-01-24']],
    ['[Release No. 34–104485; File No. SR–FICC–2025–025]', ['34-104485'], ['SR-FICC-2025-025']],
    ['[Docket No. FDA-2019-N-1363]', [], ['Docket No. FDA-2019-N-1363']],
    ['', [], []],
  ])('are read from %j', (text, releases, docketIds) => {
    expect(docketNumbers([text])).toEqual({ releases, docketIds });
  });

  it('include every RIN once', () => {
    expect(rinsIn(['RIN 3038-AF07', 'RINs 3235–AM64 and 3038-AF07'])).toEqual(['3038-AF07', '3235-AM64']);
  });

  it.each([
    ['[FR Doc. 2020-23928 Filed 11-4-20; 8:45 am]', '2020-23928'],
    ['[FR Doc No: 2020-23928]', '2020-23928'],
    ['[FR Doc. E9–12345 Filed 1–2–09; 8:45 am]', 'E9-12345'],
    ['no number here', null],
  ])('include the document’s own: %j', (text, number) => {
    expect(documentNumberIn(text)).toBe(number);
  });

  it.each([
    ['COMMODITY FUTURES TRADING COMMISSION', 'Commodity Futures Trading Commission'],
    ['SECURITIES AND EXCHANGE COMMISSION', 'Securities and Exchange Commission'],
    ['Securities and Exchange Commission.', 'Securities and Exchange Commission'],
    ['DEPARTMENT OF THE TREASURY', 'Department of the Treasury'],
  ])('name the agency: %j', (text, name) => {
    expect(agencyName(text)).toBe(name);
  });
});

describe('dates', () => {
  it.each([
    ['Comments must be received on or before December 7, 2020.', '2020-12-07'],
    ['This rule is effective May 1, 2026. Comments should be received by August 24, 2026.', '2026-08-24'],
    ['Comments are due 60 days after publication in the Federal Register.', null],
    ['The meeting is on May 1, 2026.', null],
    ['Comments must be received by February 30, 2026.', null],
  ])('on which comments are due: %j', (text, date) => {
    expect(commentsCloseIn(text)).toBe(date);
  });

  it('exist in the calendar', () => {
    expect([isDate('2024-02-29'), isDate('2026-02-29'), isDate('2026-13-01'), isDate('26-01-01')]).toEqual([true, false, false, false]);
    expect(writtenDates('On March 11, 2026, and April 31, 2026')).toEqual(['2026-03-11']);
  });

  it('give the volume of the Federal Register', () => {
    expect([registerVolume(2020), registerVolume(2026)]).toEqual([85, 91]);
  });
});

describe('the API’s JSON', () => {
  const fields = JSON.parse(asApiJson(SAMPLE_REQUEST)) as Record<string, unknown>;
  const read = (changes: Record<string, unknown>) => readText(JSON.stringify({ ...fields, ...changes }));

  it('alone gives facts without a text, and says so', () => {
    const document = read({});
    expect(document).toMatchObject({
      title: SAMPLE_REQUEST.title,
      citation: '91 FR 990001',
      releases: ['34-999901'],
      docketIds: ['S7-99-99'],
      cfrParts: SAMPLE_REQUEST.cfr,
      sections: [],
    });
    expect(document.warnings.map(({ code }) => code)).toEqual(['no-text']);
  });

  it('takes the deadline from the words where the field is null, and none from a relative period', () => {
    expect(read({ comments_close_on: null }).dates.commentsClose).toBe('2026-08-31');
    const relative = read({ comments_close_on: null, dates: '60 days after publication' });
    expect(relative.dates).toMatchObject({ commentsClose: null, text: '60 days after publication' });
    expect(relative.warnings.map(({ code }) => code)).toContain('no-deadline');
  });

  it('reads the text embedded beside its fields', () => {
    expect(read({ full_text_xml: asXml(SAMPLE_REQUEST) }).sections.flatMap(({ questions }) => questions)).toHaveLength(12);
  });

  it('points out a text of another document', () => {
    const other = asXml({ ...SAMPLE_REQUEST, number: '2026-99902' });
    expect(read({ full_text_xml: other }).warnings.map(({ code }) => code)).toContain('different-documents');
  });

  it('points out corrections, of it and by it', () => {
    const url = 'https://www.federalregister.gov/documents/2026/07/15/2026-99903/correction';
    expect(read({ corrections: [url] }).warnings).toContainEqual(expect.objectContaining({ code: 'corrected-later', value: url }));
    expect(read({ correction_of: url }).warnings.map(({ code }) => code)).toContain('corrects-another');
  });

  it('bears missing and odd fields', () => {
    const document = read({
      agencies: null,
      docket_ids: 'S7',
      regulation_id_numbers: [1, null],
      title: 5,
      volume: '91',
      citation: null,
      publication_date: 'soon',
    });
    expect(document).toMatchObject({ agencies: [], docketIds: [], rins: [], title: '', citation: null, dates: { published: null } });
  });
});
