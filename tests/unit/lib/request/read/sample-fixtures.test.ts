import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questionsOf } from '@/lib/request/questions-of';
import { readText } from '@/tests/support/read-request-text';
import { asApiJson, asHtml, asText, asXml } from '@/tests/support/register-document';
import { SAMPLE_REQUEST } from '@/tests/support/sample-request-model';

const fixture = (name: string) => readFileSync(new URL(`../../../../fixtures/requests/${name}`, import.meta.url), 'utf8');

const LABELS = [
  'Question 1 (II.A)',
  'Question 2 (II.A)',
  'Question 3 (II.A)',
  'Question 1 (II.B)',
  'Question 2 (II.B)',
  'Question 1 (II.C)',
  'Question 2 (II.C)',
  'Question 3 (II.C)',
  'Question 1 (II.D)',
  'Question 2 (II.D)',
  'Unnumbered question 1 (II.E)',
  'Unnumbered question 2 (II.E)',
];

describe('the sample request', () => {
  it('is in the repository as the model writes it', () => {
    expect(fixture('sample-request.xml')).toBe(asXml(SAMPLE_REQUEST));
    expect(fixture('sample-request.html')).toBe(asHtml(SAMPLE_REQUEST));
    expect(fixture('sample-request.txt')).toBe(asText(SAMPLE_REQUEST));
    expect(JSON.parse(fixture('sample-request.json'))).toEqual(JSON.parse(asApiJson(SAMPLE_REQUEST)));
  });

  it('has twelve questions in XML, with labels that tell restarted numbers apart', () => {
    expect(questionsOf(readText(fixture('sample-request.xml'))).map(({ label }) => label)).toEqual(LABELS);
  });

  it.each(['sample-request.html', 'sample-request.txt'])('has the same questions, parts and footnotes in %s', (name) => {
    const xml = readText(fixture('sample-request.xml'));
    const other = readText(fixture(name));
    expect(questionsOf(other)).toEqual(questionsOf(xml));
    expect(other.footnotes).toEqual(xml.footnotes);
    expect(other.agencies).toEqual(xml.agencies);
    expect(other.rins).toEqual(['3038-ZZ01', '3235-ZZ01']);
    expect(other.title).toBe(xml.title);
    expect(other.dates.commentsClose).toBe('2026-08-31');
  });

  it('has its questions from the text that belongs to the JSON, and its facts from the JSON', () => {
    const text = new TextEncoder().encode(fixture('sample-request.html'));
    const json = readText(fixture('sample-request.json'), { text });
    expect(questionsOf(json)).toEqual(questionsOf(readText(fixture('sample-request.xml'))));
    expect(json).toMatchObject({ citation: '91 FR 990001', documentNumber: '2026-99901', dates: { published: '2026-07-01' } });
    expect(json.source.format).toBe('json');
  });

  it('reads the facts of both agencies from the head of the XML', () => {
    expect(readText(fixture('sample-request.xml'))).toMatchObject({
      title: SAMPLE_REQUEST.title,
      type: 'Proposed Rule',
      action: 'Request for comment',
      documentNumber: '2026-99901',
      docketIds: ['S7-99-99'],
      releases: ['34-999901'],
      rins: ['3038-ZZ01', '3235-ZZ01'],
      cfrParts: ['17 CFR Part 23', '17 CFR Part 240'],
      agencies: ['Commodity Futures Trading Commission', 'Securities and Exchange Commission'],
      dates: { commentsClose: '2026-08-31', text: SAMPLE_REQUEST.dates },
      addresses: SAMPLE_REQUEST.addresses,
    });
  });

  it('keeps footnotes apart and page markers out of the questions', () => {
    const questions = readText(fixture('sample-request.txt')).sections.flatMap((section) => section.questions);
    expect(questions.find(({ key }) => key === 'II.A/3')).toMatchObject({ footnoteMarks: ['2'], place: { page: '990002' } });
    expect(questions.map(({ text }) => text).join(' ')).not.toMatch(/\[\[Page|\\\d|99000\d/);
  });

  it('takes the numbered facts of the background for text', () => {
    const background = readText(fixture('sample-request.xml')).sections[0];
    expect(background?.questions).toEqual([]);
    expect(background?.paragraphs.map(({ text }) => text)).toContain('2. Swaps on single names are margined under the other.');
  });
});
