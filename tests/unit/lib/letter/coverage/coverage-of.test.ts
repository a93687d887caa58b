import { describe, expect, it } from 'vitest';
import { coverageOf } from '@/lib/letter/coverage/coverage-of';
import type { Coverage, LetterSection } from '@/lib/letter/letter-content';
import { doc, fig, p, question, section } from '@/tests/support/letters';

const asked = question('1', 'Why?');
const answer = (coverage: Coverage, body = doc(p('Because.'))): LetterSection =>
  section('question', 'Question 1', body, { question: asked, coverage });
const statusOf = (...sections: LetterSection[]) => coverageOf([asked], sections).questions[0]?.status;

describe('the coverage of a question', () => {
  const cases: [string, LetterSection[], string][] = [
    ['nobody takes up', [], 'missing'],
    ['open', [answer('open')], 'open'],
    ['answered', [answer('answered')], 'answered'],
    ['declined', [answer('declined')], 'declined'],
    ['answered in one of two sections', [answer('open'), answer('answered')], 'partly'],
    ['partly answered in one of two sections', [answer('open'), answer('partly')], 'partly'],
    ['answered twice', [answer('partly'), answer('answered')], 'answered'],
    ['not applicable', [answer('not-applicable')], 'not-applicable'],
  ];
  it.each(cases)('that is %s', (_, sections, status) => {
    expect(statusOf(...sections)).toBe(status);
  });
});

describe('the summary', () => {
  const two = question('2', 'How?');
  it('counts each question once and is complete when each is dealt with', () => {
    const open = coverageOf([asked, two], [answer('answered')]);
    expect(open.counts).toEqual({ open: 0, answered: 1, partly: 0, declined: 0, 'not-applicable': 0, missing: 1 });
    expect(open.complete).toBe(false);
    expect(coverageOf([asked], [answer('declined')]).complete).toBe(true);
  });
  it('is not complete while an answer is empty', () => {
    const summary = coverageOf([asked], [answer('answered', doc(p('  ')))]);
    expect(summary.questions[0]?.claimedEmpty).toBe(true);
    expect(summary.complete).toBe(false);
  });
  it('takes a figure alone for an answer', () => {
    expect(coverageOf([asked], [answer('answered', doc(p(fig('x'))))]).complete).toBe(true);
  });
});
