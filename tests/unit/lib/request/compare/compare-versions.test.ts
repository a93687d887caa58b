import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '@/lib/request/compare/compare-versions';
import { longestRise } from '@/lib/request/compare/longest-rise';
import { wordDiff } from '@/lib/request/compare/word-diff';
import type { RequestDocument } from '@/lib/request/request-document';
import { readText } from '@/tests/support/read-request-text';
import { asXml, type BodyPart } from '@/tests/support/register-document';
import { SAMPLE_REQUEST } from '@/tests/support/sample-request-model';

/** A document of one section per list of numbered questions. */
function version(...sections: string[][]): RequestDocument {
  const body = sections.flatMap((questions, index): BodyPart[] => [
    { heading: `${String.fromCharCode(65 + index)}. Matter`, level: 1 },
    ...questions.map((paragraph) => ({ paragraph })),
  ]);
  return readText(asXml({ ...SAMPLE_REQUEST, body }));
}

const kinds = (before: RequestDocument, after: RequestDocument) =>
  compareVersions(before, after).questions.map((change) => `${change.kind} ${change.after?.question.key ?? change.before?.question.key}`);

const ONE = '1. Should dealers hold both products in one account?';
const TWO = '2. What would a common margin cost to put into operation?';
const THREE = '3. How should customers be protected when a dealer fails?';

describe('comparing two versions', () => {
  it('finds nothing between a version and itself', () => {
    const same = version([ONE, TWO], [THREE]);
    expect(compareVersions(same, same)).toMatchObject({ facts: [], counts: { added: 0, removed: 0, changed: 0, moved: 0 } });
    expect(kinds(same, same)).toEqual(['same A/1', 'same A/2', 'same B/3']);
  });

  it('finds what was added and what was removed, removed ones where they stood', () => {
    expect(kinds(version([ONE, TWO, THREE]), version([ONE, THREE, '4. Which products come first in time?']))).toEqual([
      'same A/1',
      'removed A/2',
      'same A/3',
      'added A/4',
    ]);
  });

  it('finds changed words under the same number, and shows them', () => {
    const after = version([ONE, TWO.replace('common', 'portfolio')]);
    const change = compareVersions(version([ONE, TWO]), after).questions[1];
    expect(change).toMatchObject({ kind: 'changed' });
    expect(change && 'words' in change ? change.words : []).toEqual([
      { kind: 'same', text: 'What would a' },
      { kind: 'removed', text: 'common' },
      { kind: 'added', text: 'portfolio' },
      { kind: 'same', text: 'margin cost to put into operation?' },
    ]);
  });

  it('finds a question that moved to another section or was renumbered', () => {
    expect(kinds(version([ONE, TWO], [THREE]), version([ONE], [TWO, THREE]))).toEqual(['same A/1', 'moved B/2', 'same B/3']);
    expect(kinds(version([ONE, TWO]), version([ONE, TWO.replace('2.', '5.')]))).toEqual(['same A/1', 'moved A/5']);
  });

  it('counts every question whose number changed with its place as moved', () => {
    const shuffled = version([THREE.replace('3.', '1.'), ONE.replace('1.', '2.'), TWO.replace('2.', '3.')]);
    expect(compareVersions(version([ONE, TWO, THREE]), shuffled).counts).toMatchObject({ added: 0, removed: 0, changed: 0, moved: 3 });
  });

  it('follows a question whose words and number both changed by what it still says', () => {
    expect(
      kinds(version([ONE, TWO]), version([ONE, '2. Who approves the model?', TWO.replace('2.', '3.').replace('cost', 'require')])),
    ).toEqual(['same A/1', 'added A/2', 'changed A/3']);
  });

  it('compares the parts with the question', () => {
    const before = version(['1. Should it be so', 'a. for dealers', 'b. for customers?', TWO]);
    const after = version(['1. Should it be so', 'a. for dealers', 'b. for all customers?', TWO]);
    expect(kinds(before, after)).toEqual(['changed A/1', 'same A/2']);
  });

  it('lists the facts that differ', () => {
    const before = version([ONE]);
    const after = { ...before, dates: { ...before.dates, commentsClose: '2026-10-01' }, citation: null };
    expect(compareVersions(before, after).facts).toEqual([
      { field: 'Citation', before: '91 FR 990001', after: '' },
      { field: 'Comments due', before: '2026-08-31', after: '2026-10-01' },
    ]);
  });

  it('is its own mirror: what is added one way is removed the other way', () => {
    const pool = ['Should it be so at all?', 'What would a change cost?', 'Who approves the model then?', 'Which products come first?'];
    const picked = fc
      .shuffledSubarray(pool, { minLength: 1 })
      .map((list) => version(list.map((text, index) => `Question ${index + 1}: ${text}`)));
    fc.assert(
      fc.property(picked, picked, (before, after) => {
        const forth = compareVersions(before, after).counts;
        const back = compareVersions(after, before).counts;
        expect(forth.added - forth.removed).toBe(back.removed - back.added);
        expect(compareVersions(before, after).questions.filter(({ after: shown }) => shown !== null)).toHaveLength(
          after.sections[0]?.questions.length ?? 0,
        );
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('a word comparison', () => {
  it('gives both texts back', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDiff(before, after);
        const without = (kind: string) =>
          runs
            .filter((run) => run.kind !== kind)
            .map((run) => run.text)
            .join(' ');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });
});

describe('the longest rise', () => {
  it.each([
    [[], []],
    [
      [3, 1, 2],
      [1, 2],
    ],
    [
      [1, 2, 3],
      [0, 1, 2],
    ],
    [
      [2, 3, 1],
      [0, 1],
    ],
  ])('of %j is at %j', (values, expected) => {
    expect([...longestRise(values)].sort()).toEqual(expected);
  });
});
