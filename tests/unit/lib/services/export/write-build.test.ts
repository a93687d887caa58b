import { describe, expect, it } from 'vitest';
import type { Change } from '@/lib/letter/compare/change';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import type { LetterToRender } from '@/lib/services/export/letter-to-render';
import { writeBuild } from '@/lib/services/export/render-letter';
import { doc, letter, p, section, uuid } from '@/tests/support/letters';

const named = (text: string) => doc({ ...p(text), attrs: { id: 'p1' } });
const before = named('We support the rule.');
const suggested = (id: string, author: string, after: string) => ({
  ...{ id, author, at: '2026-01-02T00:00:00.000Z', sectionId: uuid(1) },
  change: compareBodies(before, named(after))[0] as Change,
});
const reviewed = (build: LetterToRender['request']['build']): LetterToRender => ({
  request: { build, agency: null, against: null, privileged: false },
  content: letter([section('discussion', 'Effects', before, { id: uuid(1) })]),
  versionHash: 'a'.repeat(64),
  before: null,
  suggestions: [
    suggested('first', 'Jane Counsel', 'We oppose the rule.'),
    suggested('second', 'Lee Legal', 'We welcome the rule.'),
    suggested('third', 'Lee Legal', 'We support the rule as proposed.'),
    { ...suggested('gone', 'Jane Counsel', 'We oppose the rule.'), sectionId: uuid(9) },
  ],
  threads: [],
  marking: { words: '', identifierPrefix: '' },
  template: null,
});

describe('a review', () => {
  it('names each open suggestion that is not in it, with its section and why', async () => {
    const { leftOut } = await writeBuild(reviewed('review'));
    expect(leftOut).toEqual([
      {
        ...{ suggestionId: 'second', sectionId: uuid(1), sectionTitle: 'Effects', author: 'Lee Legal' },
        reason: 'Another suggestion changes the same words.',
      },
      {
        ...{ suggestionId: 'gone', sectionId: uuid(9), sectionTitle: '', author: 'Jane Counsel' },
        reason: 'Its section is not there.',
      },
    ]);
  });

  it('is the only file that suggestions are missed in', async () => {
    expect((await writeBuild(reviewed('clean'))).leftOut).toEqual([]);
  });
});
