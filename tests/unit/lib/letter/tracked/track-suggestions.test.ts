import { describe, expect, it } from 'vitest';
import type { Change } from '@/lib/letter/compare/change';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import type { LetterContent } from '@/lib/letter/letter-content';
import { asWordHolds } from '@/lib/letter/returned/as-word-holds';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { saysSame } from '@/lib/letter/tracked/held-body';
import { settleTracked } from '@/lib/letter/tracked/settle-tracked';
import { type SuggestedChange, trackSuggestions } from '@/lib/letter/tracked/track-suggestions';
import { walkProse } from '@/lib/letter/walk-prose';
import { letter, section, uuid } from '@/tests/support/letters';
import { doc, em, li, p, table, td, tr, ul } from '@/tests/support/named-body';
import { SUGGESTION_KINDS, suggestedText } from '@/tests/support/suggestion-kinds';

const SECTION = uuid(1);
const letterOf = (body: ProseNode): LetterContent => letter([section('discussion', 'Costs', body, { id: SECTION })]);
const AT = '2026-11-20T09:30:00.000Z';
const suggested = (change: Change, author = 'Ada Example', sectionId = SECTION): SuggestedChange => ({ sectionId, change, author, at: AT });

/** What somebody makes of a text, as suggestions of theirs. */
const making = (before: ProseNode, after: ProseNode, author = 'Ada Example') =>
  compareBodies(before, after).map((change) => suggested(change, author));

/** The text with what comes and goes in brackets, by whose it is. */
function told(node: ProseNode): string {
  if (node.type !== 'text') return (node.content ?? []).map(told).join(node.type === 'doc' ? '|' : '');
  const signs = (node.marks ?? []).flatMap(({ type, attrs }) => {
    const sign = { inserted: '+', deleted: '-', reformatted: '~' }[type];
    return sign ? [`${sign}${String(attrs?.author).slice(0, 3)} `] : [];
  });
  return signs.length > 0 ? `[${signs.join('')}${node.text}]` : (node.text ?? '');
}

function drawn(before: ProseNode, suggestions: readonly SuggestedChange[]) {
  const made = trackSuggestions(letterOf(before), suggestions);
  return { text: told(made.sections[0]?.body ?? doc()), unfit: made.unfit.map(({ reason }) => reason) };
}

describe('suggestions in a text', () => {
  it.each(SUGGESTION_KINDS)('%s: made it is what its author wrote, left it is the text as it stands', (_, write) => {
    const before = suggestedText();
    const after = write(before);
    const made = trackSuggestions(letterOf(before), making(before, after));
    expect(made.unfit).toEqual([]);
    const body = made.sections[0]?.body ?? doc();
    expect(asWordHolds(settleTracked(body, 'accept'))).toSatisfy((own) => saysSame(own, asWordHolds(after)));
    expect(asWordHolds(settleTracked(body, 'reject'))).toSatisfy((own) => saysSame(own, asWordHolds(before)));
  });

  const before = doc(p('a', 'one two three'), p('b', 'four'));

  it('stand beside one another, each with its own author', () => {
    const suggestions = [
      ...making(before, doc(p('a', 'one 2 three'), p('b', 'four'))),
      ...making(before, doc(p('a', 'one two three'), p('b', 'four five')), 'Ben Sample'),
    ];
    expect(drawn(before, suggestions)).toEqual({ text: 'one [-Ada two][+Ada 2] three|four[+Ben  five]', unfit: [] });
  });

  it.each<[string, readonly SuggestedChange[], string]>([
    [
      'the same words',
      [
        ...making(before, doc(p('a', 'one 2 three'), p('b', 'four'))),
        ...making(before, doc(p('a', 'one zwei three'), p('b', 'four')), 'Ben'),
      ],
      'Another suggestion changes the same words.',
    ],
    [
      'words in a paragraph that goes',
      [...making(before, doc(p('a', 'one two three'))), ...making(before, doc(p('a', 'one two three'), p('b', 'five')), 'Ben')],
      'It stands in what another suggestion takes out.',
    ],
    [
      'a paragraph in which words change',
      [...making(before, doc(p('a', 'one two three'), p('b', 'four five'))), ...making(before, doc(p('a', 'one two three')), 'Ben')],
      'It takes out what another suggestion changes.',
    ],
    [
      'a section that is not there',
      [suggested(making(before, doc(p('a', 'one')))[0]?.change as Change, 'Ada', uuid(9))],
      'Its section is not there.',
    ],
  ])('are left out with the reason where they touch %s', (_, suggestions, reason) => {
    expect(drawn(before, suggestions).unfit).toEqual(expect.arrayContaining([reason]));
  });

  it('are left out where the text has moved on from them', () => {
    const old = making(
      doc(p('a', 'one two three'), p('b', 'nothing of this is left')),
      doc(p('a', 'one two three'), p('b', 'nothing of that is left')),
    );
    const made = drawn(before, old);
    expect(made.text).toBe('one two three|four');
    expect(made.unfit).toHaveLength(1);
  });

  it('say what marks there were before', () => {
    const [change] = making(before, doc(p('a', 'one ', em('two'), ' three'), p('b', 'four')));
    const made = trackSuggestions(letterOf(before), change ? [change] : []);
    const two = [...walkProse(made.sections[0]?.body ?? doc())].find(({ text }) => text === 'two');
    expect(two?.marks).toEqual([{ type: 'italic' }, { type: 'reformatted', attrs: { author: 'Ada Example', at: AT, before: [] } }]);
  });

  it('take out rows and items as wholes', () => {
    const rows = doc(table('t', tr('r', td('c', 'one')), tr('s', td('d', 'two'))), ul('l', li('i', 'three'), li('j', 'four')));
    const without = doc(table('t', tr('r', td('c', 'one'))), ul('l', li('i', 'three')));
    const made = trackSuggestions(letterOf(rows), making(rows, without));
    expect(made.unfit).toEqual([]);
    const nodes = [...walkProse(made.sections[0]?.body ?? doc())];
    expect(nodes.find(({ attrs }) => attrs?.id === 's')?.attrs?.tracked).toMatchObject({ kind: 'deleted', author: 'Ada Example' });
    expect(told(nodes.find(({ attrs }) => attrs?.id === 'j') ?? doc())).toBe('[-Ada four]');
  });

  it('leave a letter without any as it is', () => {
    const content = letterOf(before);
    expect(trackSuggestions(content, [])).toEqual({ ...content, unfit: [] });
  });
});
