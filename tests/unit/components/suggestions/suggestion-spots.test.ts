import { describe, expect, it } from 'vitest';
import { spotsOfMade, spotsOfProposed } from '@/components/suggestions/suggestion-spots';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { SUGGESTION_KINDS, suggestedText } from '@/tests/support/suggestion-kinds';

const kind = (name: string) => SUGGESTION_KINDS.find(([each]) => each === name)![1];
const draw = (name: string) => {
  const before = suggestedText();
  const changes = compareBodies(before, kind(name)(before));
  return {
    proposed: changes.flatMap((change) => spotsOfProposed(change, before)),
    made: changes.flatMap(spotsOfMade),
  };
};
const brief = (spots: readonly { kind: string; manner: string }[]) => spots.map((spot) => `${spot.kind} ${spot.manner}`);

describe('what is drawn of a suggestion', () => {
  it.each([
    ['words put in', ['words inserted'], ['stretch inserted']],
    ['words taken out', ['stretch deleted'], ['words deleted']],
    ['words replaced', ['stretch deleted', 'words inserted'], ['words deleted', 'stretch inserted']],
    ['words made bold', ['stretch changed'], ['stretch changed']],
    ['a paragraph split', ['break inserted'], ['break inserted']],
    ['two paragraphs joined', ['break deleted'], ['break deleted']],
    ['a heading’s level', ['node changed'], ['node changed']],
    ['a new paragraph', ['blocks inserted'], ['node inserted']],
    ['a paragraph taken out', ['node deleted'], ['blocks deleted']],
    ['a table row put in', ['blocks inserted'], ['node inserted']],
    ['a table row taken out', ['node deleted'], ['blocks deleted']],
    ['a list item put in', ['blocks inserted'], ['node inserted']],
  ])('%s', (name, proposed, made) => {
    const drawn = draw(name);
    expect(brief(drawn.proposed)).toEqual(proposed);
    expect(brief(drawn.made)).toEqual(made);
  });

  it.each(SUGGESTION_KINDS.map(([name]) => [name]))('%s is seen on both sides', (name) => {
    const drawn = draw(name);
    expect(drawn.proposed.length).toBeGreaterThan(0);
    expect(drawn.made.length).toBeGreaterThan(0);
  });

  it('is nothing where the place is gone', () => {
    const before = suggestedText();
    const [change] = compareBodies(before, kind('words of a cell')(before));
    expect(spotsOfProposed(change!, { type: 'doc', content: [] })).toEqual([]);
  });
});
