import { describe, expect, it } from 'vitest';
import { sectionQuestions } from '@/lib/request/questions/section-questions';

/** Questions of a section in short: "number text | a: part"; unnumbered ones begin with "-". */
function questions(heading: string, ...paragraphs: string[]): string[] {
  const passages = paragraphs.map((text) => ({ text, place: { line: null, page: null } }));
  return sectionQuestions(heading, passages).questions.map(({ number, text, parts }) =>
    [`${number ?? '-'} ${text}`, ...parts.map((part) => `${part.label}: ${part.text}`)].join(' | '),
  );
}

describe('numbered questions', () => {
  it.each([
    ['1. Should margin be lower?', '1 Should margin be lower?'],
    ['(1) Should margin be lower?', '1 Should margin be lower?'],
    ['1) Should margin be lower?', '1 Should margin be lower?'],
    ['Question 1: Should margin be lower?', '1 Should margin be lower?'],
    ['Question 1. Should margin be lower?', '1 Should margin be lower?'],
    ['Question No. 1—Should margin be lower?', '1 Should margin be lower?'],
    ['QUESTION 1: Should margin be lower?', '1 Should margin be lower?'],
    ['Question II.B.1: Should margin be lower?', 'II.B.1 Should margin be lower?'],
    ['Q1. Should margin be lower?', '1 Should margin be lower?'],
    ['Q1: Should margin be lower?', '1 Should margin be lower?'],
    ['Q.1 Should margin be lower?', '1 Should margin be lower?'],
    ['Q1 Should margin be lower?', '1 Should margin be lower?'],
    ['Request for Comment 1. Should margin be lower?', '1 Should margin be lower?'],
  ])('are seen in %j', (paragraph, expected) => {
    expect(questions('II. Discussion', paragraph)).toEqual([expected]);
  });

  it('need no question mark when they follow a request for comment', () => {
    expect(
      questions('II. Scope', 'The Commissions request comment on the following:', '1. The products in scope.', '2. The cost.'),
    ).toEqual(['1 The products in scope.', '2 The cost.']);
  });

  it('need no question mark when they tell the public to describe something', () => {
    expect(questions('II. Scope', 'Some text.', '1. Please describe the products.', '2. Quantify the cost.')).toHaveLength(2);
  });

  it('go on from one section to the next without beginning again', () => {
    expect(questions('III. More', '14. Should it?', '15. Must it?')).toEqual(['14 Should it?', '15 Must it?']);
  });

  it('are told from a label that stands alone in its paragraph', () => {
    expect(questions('II. Scope', 'Question 4', 'Should margin be lower?')).toEqual(['4 Should margin be lower?']);
  });

  it('take in the paragraphs between two of a list, and a follow-up after the last', () => {
    expect(
      questions('II. Scope', '1. Should it?', 'The rule says otherwise.', '2. Must it?', 'Please explain.', 'Other text follows.'),
    ).toEqual(['1 Should it? The rule says otherwise.', '2 Must it? Please explain.']);
  });

  it('begin a second list where numbers start again in one section', () => {
    expect(questions('II. Scope', '1. Should it?', '2. Must it?', 'On another matter, we ask for comment.', '1. Would it?')).toEqual([
      '1 Should it?',
      '2 Must it?',
      '1 Would it?',
    ]);
  });

  it('give a warning where a number is missing', () => {
    const passages = ['1. Should it?', '3. Must it?'].map((text) => ({ text, place: { line: 7, page: null } }));
    expect(sectionQuestions('II. Scope', passages).warnings).toMatchObject([{ code: 'number-missing', line: 7 }]);
  });
});

describe('text that asks nothing', () => {
  it.each([
    ['a numbered list of facts', ['Three facts matter:', '1. Rules differ.', '2. Accounts differ.', '3. Offsets are lost.']],
    ['a question mark inside an address', ['See https://example.test/find?number=1 for the text.']],
    ['a rhetorical question in the background', ['Why would that be so? History has its part in it.']],
    ['an enumeration inside a sentence', ['The rules (1) define the products and (2) set the margin.']],
    ['references to paragraphs', ['Under paragraphs (a) and (b) of the rule, margin is due.']],
  ])('%s', (_, paragraphs) => {
    expect(questions('I. Background', ...paragraphs)).toEqual([]);
  });

  it('keeps facts as text even under a heading that asks, when their own lead-in does not', () => {
    expect(questions('II. Request for Comment', 'We begin with what is known.', '1. Rules differ.', '2. Accounts differ.')).toEqual([]);
  });

  it('points out a list read as text in which one item asks', () => {
    const passages = ['1. Rules differ. Why?', '2. Accounts differ.', '3. Offsets are lost.'].map((text) => ({
      text,
      place: { line: 3, page: null },
    }));
    const { questions: found, warnings } = sectionQuestions('I. Background', passages);
    expect([found, warnings]).toMatchObject([[], [{ code: 'list-read-as-text', line: 3 }]]);
  });

  it.each(['List of Subjects in 17 CFR Part 23', 'Appendix 2—Statement of Commissioner Example', 'Dissenting Statement'])(
    'under “%s”',
    (heading) => {
      expect(questions(heading, '1. Should this count?')).toEqual([]);
    },
  );
});

describe('parts', () => {
  it('are taken from the paragraphs that follow', () => {
    expect(questions('II. Scope', '1. Should it be so', 'a. for dealers; and', 'b. for customers?', '2. Must it?')).toEqual([
      '1 Should it be so | a: for dealers; and | b: for customers?',
      '2 Must it?',
    ]);
  });

  it('are taken from the same paragraph', () => {
    expect(questions('II. Scope', '1. Should it be so (a) for dealers, or (b) for customers?')).toEqual([
      '1 Should it be so | a: for dealers, or | b: for customers?',
    ]);
    expect(questions('II. Scope', '1. Should it be so? a. For dealers? b. For customers?')).toEqual([
      '1 Should it be so? | a: For dealers? | b: For customers?',
    ]);
  });

  it('may be numbered in brackets under a number with a full stop', () => {
    expect(questions('II. Scope', '1. Should it be so', '(1) for dealers; and', '(2) for customers?', '2. Must it?')).toEqual([
      '1 Should it be so | 1: for dealers; and | 2: for customers?',
      '2 Must it?',
    ]);
  });

  it('keep their own sub-parts in their text', () => {
    expect(questions('II. Scope', '1. Should it be so', 'a. for dealers', 'i. large', 'ii. small', 'b. for customers?')).toEqual([
      '1 Should it be so | a: for dealers i. large ii. small | b: for customers?',
    ]);
  });

  it('read h., i., j. as letters in their sequence', () => {
    const letters = [...'abcdefghij'];
    const found = questions('II. Scope', '1. Which of these?', ...letters.map((letter) => `${letter}. part ${letter}`));
    expect(found).toEqual([`1 Which of these? | ${letters.map((letter) => `${letter}: part ${letter}`).join(' | ')}`]);
  });

  it('belong to an unnumbered question that they follow', () => {
    expect(questions('II. Request for Comment', 'Should it be so?', '(a) For dealers?', '(b) For customers?')).toEqual([
      '- Should it be so? | a: For dealers? | b: For customers?',
    ]);
  });
});

describe('questions run into a paragraph', () => {
  it('are separated at their numbers', () => {
    expect(questions('II. Clearing', 'The Commissions ask: (1) Should it clear? (2) Where?')).toEqual(['1 Should it clear?', '2 Where?']);
    expect(questions('II. Clearing', '1. Should it clear? 2. Where? 3. When?')).toEqual(['1 Should it clear?', '2 Where?', '3 When?']);
    expect(questions('II. Clearing', 'Question 1: Should it clear? Question 2: Where?')).toEqual(['1 Should it clear?', '2 Where?']);
  });

  it('are separated at their sentences where they have no numbers, and keep what goes on with them', () => {
    expect(
      questions('II. Request for Comment', 'Margin differs. Should it? If so, why? Would the U.S. Government pay? Please explain.'),
    ).toEqual(['- Should it? If so, why?', '- Would the U.S. Government pay? Please explain.']);
  });

  it('become the parts of one question where the paragraph asks for comment on an enumeration', () => {
    expect(questions('II. Scope', 'We request comment on (1) the scope of the rule; and (2) its cost.')).toEqual([
      '- We request comment on | 1: the scope of the rule; and | 2: its cost.',
    ]);
  });
});

describe('unnumbered questions', () => {
  it('are seen under a heading that asks', () => {
    expect(questions('E. Request for Comment', 'Should it be so?', 'It was otherwise in 2020.', 'Would it cost much?')).toEqual([
      '- Should it be so?',
      '- Would it cost much?',
    ]);
  });

  it('are seen as bullets', () => {
    expect(questions('E. Questions', '• Should it be so?', '• Would it cost much?')).toEqual([
      '- Should it be so?',
      '- Would it cost much?',
    ]);
  });

  it('are seen elsewhere when their own paragraph asks for comment', () => {
    expect(questions('C. Custody', 'The Commissions seek comment on custody. Should it change?')).toEqual(['- Should it change?']);
  });
});
