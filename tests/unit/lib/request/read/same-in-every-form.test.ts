import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsOf } from '@/lib/request/questions-of';
import { readText } from '@/tests/support/read-request-text';
import { asHtml, asText, asXml, type BodyPart } from '@/tests/support/register-document';
import { SAMPLE_REQUEST } from '@/tests/support/sample-request-model';

const WORDS = [
  'margin',
  'dealers',
  'customers',
  'security-based',
  'swaps',
  'accounts',
  'offsets',
  'capital',
  'the',
  'of',
  'under',
  '“covered”',
  '§ 23.154(c)',
  'rules',
];
const words = (min: number, max: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: min, maxLength: max }).map((list) => list.join(' '));
const question = words(3, 30).map((text) => `Should ${text} change?`);
const fact = words(3, 40).map((text) => `It is known that ${text} matter.`);

/** How a list of questions is written. */
const label = fc.constantFrom(
  (number: number) => `${number}. `,
  (number: number) => `(${number}) `,
  (number: number) => `Question ${number}: `,
  (number: number) => `Q${number}. `,
);

interface Section {
  readonly facts: readonly string[];
  readonly questions: readonly {
    readonly text: string;
    readonly parts: readonly string[];
    readonly page: boolean;
    readonly note: boolean;
  }[];
  readonly label: (number: number) => string;
}

const section: fc.Arbitrary<Section> = fc.record({
  facts: fc.array(fact, { minLength: 1, maxLength: 3 }),
  questions: fc.array(
    fc.record({ text: question, parts: fc.array(words(2, 12), { maxLength: 3 }), page: fc.boolean(), note: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 5,
    },
  ),
  label,
});

const LETTERS = ['II', 'III', 'IV', 'V', 'VI', 'VII'];

function bodyOf(sections: readonly Section[]): BodyPart[] {
  let page = 990002;
  let note = 0;
  return sections.flatMap((part, at) => [
    { heading: `${LETTERS[at]}. Matter ${at + 1}`, level: 1 },
    ...part.facts.map((paragraph) => ({ paragraph })),
    ...part.questions.flatMap((asked, index): BodyPart[] => {
      if (asked.note) note += 1;
      const mark = asked.note ? `[^${note}]` : '';
      const paragraph = `${part.label(index + 1)}${asked.text}${asked.page ? `{{${page++}}}` : ''}${mark}`;
      return [
        { paragraph },
        ...(asked.note ? [{ footnote: String(note), text: 'See the rules of both agencies.' }] : []),
        ...(asked.parts.length > 1 ? asked.parts : []).map((text, letter) => ({
          paragraph: `${String.fromCharCode(97 + letter)}. ${text}`,
        })),
      ];
    }),
  ]);
}

describe('a document', () => {
  it('has the same questions whether it is read as XML, HTML or text, and they are those that were written', () => {
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 5 }), (sections) => {
        const document = {
          ...SAMPLE_REQUEST,
          body: [{ heading: 'I. Background', level: 1 }, { paragraph: 'Text.' }, { paragraph: 'More.' }, ...bodyOf(sections)],
        };
        const xml = readText(asXml(document));
        const written = sections.flatMap((part) => part.questions.map(({ text, parts }) => [text, ...(parts.length > 1 ? parts : [])]));
        expect(questionsOf(xml).map(({ text, parts }) => [text, ...parts.map((each) => each.text)])).toEqual(written);
        const marks = xml.sections.flatMap((each) => each.questions.map(({ footnoteMarks }) => footnoteMarks.length));
        expect(marks).toEqual(sections.flatMap((part) => part.questions.map(({ note }) => (note ? 1 : 0))));
        for (const other of [readText(asHtml(document)), readText(asText(document))]) {
          expect(questionsOf(other)).toEqual(questionsOf(xml));
          expect(other.footnotes).toEqual(xml.footnotes);
          expect(other.sections.map(({ key, level }) => [key, level])).toEqual(xml.sections.map(({ key, level }) => [key, level]));
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('has unique keys and labels for its questions, however its numbers repeat', () => {
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 5 }), (sections) => {
        const questions = questionsOf(readText(asXml({ ...SAMPLE_REQUEST, body: bodyOf([...sections, ...sections].slice(0, 6)) })));
        expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
        expect(new Set(questions.map(({ label: name }) => name)).size).toBe(questions.length);
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});
