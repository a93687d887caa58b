import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editOutline, editOutlineAll } from '@/lib/request/edit/edit-outline';
import type { OutlineEdit } from '@/lib/request/edit/outline-edit';
import { questionsOf } from '@/lib/request/questions-of';
import type { RequestDocument } from '@/lib/request/request-document';
import { readText, shortQuestions } from '@/tests/support/read-request-text';
import { asXml } from '@/tests/support/register-document';
import { SAMPLE_REQUEST } from '@/tests/support/sample-request-model';

const DOCUMENT = readText(
  asXml({
    ...SAMPLE_REQUEST,
    body: [
      { heading: 'I. Scope', level: 1 },
      { paragraph: 'Some text.' },
      { paragraph: '1. Should it? Must it?' },
      { paragraph: '2. Would it' },
      { paragraph: 'a. here' },
      { paragraph: 'b. there?' },
      { heading: 'II. Cost', level: 1 },
      { paragraph: '3. What does it cost?' },
    ],
  }),
);

function edited(...edits: OutlineEdit[]): RequestDocument {
  const result = editOutlineAll(DOCUMENT, edits);
  if (!result.ok) throw new Error(result.failures[0]);
  return result.value;
}

function refusal(edit: OutlineEdit): string {
  const result = editOutline(DOCUMENT, edit);
  if (result.ok) throw new Error('this edit should have been refused');
  return result.failures[0] ?? '';
}

describe('correcting an outline', () => {
  it('starts from what the reader found', () => {
    expect(shortQuestions(DOCUMENT)).toEqual(['I/1 Should it? Must it?', 'I/2 Would it | a: here | b: there?', 'II/3 What does it cost?']);
  });

  it('renames a section, and keys follow', () => {
    expect(shortQuestions(edited({ kind: 'rename-section', section: 'II', heading: 'V. Costs' }))[2]).toBe('V/3 What does it cost?');
  });

  it('changes a level, and keys follow the path of numbers', () => {
    const document = edited({ kind: 'set-level', section: 'II', level: 2 });
    expect(document.sections.map(({ key, level }) => [key, level])).toEqual([
      ['I', 1],
      ['I.II', 2],
    ]);
  });

  it('splits a question in two', () => {
    const document = edited({ kind: 'split-question', question: 'I/1', at: 'Should it?'.length, number: '1a' });
    expect(shortQuestions(document).slice(0, 2)).toEqual(['I/1 Should it?', 'I/1a Must it?']);
  });

  it('joins a question with the one before, parts included', () => {
    expect(shortQuestions(edited({ kind: 'merge-question', question: 'I/2' }))[0]).toBe(
      'I/1 Should it? Must it? Would it | a: here | b: there?',
    );
  });

  it('moves a question inside its section and to another one', () => {
    expect(shortQuestions(edited({ kind: 'move-question', question: 'I/2', section: 'I', index: 0 }))[0]).toBe(
      'I/2 Would it | a: here | b: there?',
    );
    expect(shortQuestions(edited({ kind: 'move-question', question: 'I/1', section: 'II', index: 99 })).at(-1)).toBe(
      'II/1 Should it? Must it?',
    );
  });

  it('edits number, text and parts of a question, and renumbering shows in its label', () => {
    const document = edited({
      kind: 'edit-question',
      question: 'I/1',
      number: '3',
      text: '  Should\n it? ',
      parts: [{ label: 'i', text: 'now' }],
    });
    expect(questionsOf(document).map(({ label }) => label)).toEqual(['Question 3 (I)', 'Question 2', 'Question 3 (II)']);
    expect(shortQuestions(document)[0]).toBe('I/3 Should it? | i: now');
  });

  it('adds and deletes questions and sections', () => {
    const document = edited(
      { kind: 'add-section', after: 'I', heading: 'New matter', level: 1 },
      { kind: 'add-question', section: 'new-matter', number: null, text: 'What else?', parts: [] },
      { kind: 'delete-question', question: 'I/1' },
      { kind: 'delete-section', section: 'II' },
    );
    expect(shortQuestions(document)).toEqual(['I/2 Would it | a: here | b: there?', 'new-matter/n1 What else?']);
    expect(questionsOf(document)[1]?.label).toBe('Unnumbered question 1 (New matter)');
  });

  it('moves a section with all that is in it, and joins it with the one before', () => {
    expect(edited({ kind: 'move-section', section: 'II', by: -1 }).sections.map(({ key }) => key)).toEqual(['II', 'I']);
    const joined = edited({ kind: 'merge-section', section: 'II' });
    expect(joined.sections).toHaveLength(1);
    expect(shortQuestions(joined)).toHaveLength(3);
  });

  it('makes a question of a paragraph, and a paragraph of a question', () => {
    expect(shortQuestions(edited({ kind: 'take-paragraph', section: 'I', paragraph: 0, number: '9' }))).toContain('I/9 Some text.');
    const released = edited({ kind: 'release-question', question: 'I/2' });
    expect(released.sections[0]?.paragraphs.at(-1)?.text).toBe('2. Would it a. here b. there?');
    expect(shortQuestions(released)).toHaveLength(2);
  });

  it('leaves the document it was given as it was', () => {
    const before = JSON.stringify(DOCUMENT);
    edited({ kind: 'delete-section', section: 'I' });
    expect(JSON.stringify(DOCUMENT)).toBe(before);
  });

  it.each<[OutlineEdit, RegExp]>([
    [{ kind: 'rename-section', section: 'IX', heading: 'x' }, /no section IX/],
    [{ kind: 'rename-section', section: 'I', heading: ' ' }, /needs a heading/],
    [{ kind: 'set-level', section: 'I', level: 0 }, /level from 1 to 6/],
    [{ kind: 'move-section', section: 'I', by: -1 }, /first section/],
    [{ kind: 'move-section', section: 'II', by: 1 }, /last section/],
    [{ kind: 'merge-section', section: 'I' }, /no section before/],
    [{ kind: 'delete-question', question: 'I/7' }, /no question I\/7/],
    [{ kind: 'merge-question', question: 'I/1' }, /no question before/],
    [{ kind: 'split-question', question: 'I/1', at: 0, number: null }, /inside the text/],
    [{ kind: 'split-question', question: 'I/1', at: 9_999, number: null }, /inside the text/],
    [{ kind: 'edit-question', question: 'I/1', number: '4; drop', text: 'x', parts: [] }, /letters, digits and full stops/],
    [{ kind: 'edit-question', question: 'I/1', number: '4', text: '\n', parts: [] }, /needs a text/],
    [{ kind: 'edit-question', question: 'I/1', number: '4', text: 'x', parts: [{ label: '', text: 'x' }] }, /label of a part/],
    [{ kind: 'take-paragraph', section: 'I', paragraph: 4, number: null }, /no such paragraph/],
  ])('refuses %j with a sentence', (edit, sentence) => {
    expect(refusal(edit)).toMatch(sentence);
  });

  it('keeps keys and labels unique whatever is done', () => {
    const edit = fc.oneof(
      fc.record({ kind: fc.constant('merge-section' as const), section: fc.constantFrom('I', 'II') }),
      fc.record({
        kind: fc.constant('rename-section' as const),
        section: fc.constantFrom('I', 'II'),
        heading: fc.constantFrom('I. Same', 'Same', '**'),
      }),
      fc.record({
        kind: fc.constant('add-question' as const),
        section: fc.constantFrom('I', 'II'),
        number: fc.constantFrom('1', null),
        text: fc.constant('Should it?'),
        parts: fc.constant([]),
      }),
      fc.record({
        kind: fc.constant('move-question' as const),
        question: fc.constantFrom('I/1', 'I/2', 'II/3'),
        section: fc.constantFrom('I', 'II'),
        index: fc.nat(5),
      }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let document = DOCUMENT;
        for (const step of edits) {
          const next = editOutline(document, step);
          if (next.ok) document = next.value;
        }
        const questions = questionsOf(document);
        expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
        expect(new Set(questions.map(({ label }) => label)).size).toBe(questions.length);
        expect(new Set(document.sections.map(({ key }) => key)).size).toBe(document.sections.length);
      }),
    );
  });
});
