import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdAsLater } from '@/lib/letter/protection/hold-as-later';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { trackLetter } from '@/lib/letter/tracked/track-letter';
import { cite, fig, figTable, h, letter, note, number, p, quote, resolved, section, text, uuid } from '@/tests/support/letters';
import { doc } from '@/tests/support/section-body';

const mark = { type: 'protectedText', attrs: { protection: 'privileged' } };
const v = (words: string) => text(words, mark);
const of = (id: string, node: ProseNode, protection: string | null = null): ProseNode => ({
  ...node,
  attrs: { ...node.attrs, id, protection },
});
const discussion = { ...section('discussion', 'Costs', doc()), id: 's' };
const one = (...blocks: ProseNode[]) => letter([{ ...discussion, body: doc(...blocks) }]);
const left = (before: readonly ProseNode[], later: readonly ProseNode[]) =>
  withoutPrivileged(holdAsLater(one(...before), one(...later))).sections.map(({ body }) =>
    plainTextOf(body, { atomText: () => '#' }).trim(),
  );
const noted = (...words: Parameters<typeof p>) => of('a', p('All.', of('n', note(of('m', p(...words))))));

describe('an earlier version, held back as the later one is', () => {
  it.each<[string, ProseNode[], ProseNode[], string]>([
    ['words', [of('a', p('We lost money here.'))], [of('a', p('We ', v('lost money'), ' here.'))], 'We here.'],
    ['words of which some changed', [of('a', p('We lost 5 here.'))], [of('a', p('We ', v('lost 6'), ' here.'))], 'We here.'],
    ['a paragraph', [of('a', p('Open.')), of('b', p('Advice.'))], [of('a', p('Open.')), of('b', p('Advice.'), 'privileged')], 'Open.'],
    ['a heading', [of('a', h(1, 'Advice')), of('b', p('Open.'))], [of('a', h(1, 'Advice'), 'privileged'), of('b', p('Open.'))], 'Open.'],
    ['words of a footnote', [noted('Our counsel says so.')], [noted('Our ', v('counsel says'), ' so.')], 'All. [Our so.]'],
    [
      'a paragraph that was cut and pasted',
      [of('a', p('Open.')), of('b', p('Our counsel said so.'))],
      [of('c', p(v('Our counsel said so.'))), of('a', p('Open.'))],
      'Open.',
    ],
    [
      'no paragraph that still stands',
      [of('a', p('Our counsel said so.')), of('b', p('Open.'))],
      [of('a', p('Our counsel said so, too.')), of('b', p('Open. ', v('Our counsel said so.')))],
      'Our counsel said so.\nOpen.',
    ],
    [
      'a paragraph that stands in a quotation now',
      [of('a', p('Open.')), of('b', p('Advice.'))],
      [of('a', p('Open.')), of('q', quote(of('b', p('Advice.'))), 'privileged')],
      'Open.',
    ],
    [
      'a table that is bound',
      [of('a', p('Open.')), of('t', figTable(uuid(1), { nodeId: 'f' }))],
      [of('a', p('Open.')), of('t', figTable(uuid(1), { nodeId: 'f' }), 'privileged')],
      'Open.',
    ],
    [
      'a cited action, and not the same elsewhere',
      [of('a', p('As in ', cite('order'), '.')), of('b', p('And ', cite('order'), '.'))],
      [
        of('a', p('As in ', { ...cite('order'), attrs: { actionKey: 'order', protection: 'privileged' } }, '.')),
        of('b', p('And ', cite('order'), '.')),
      ],
      'As in .\nAnd #.',
    ],
    ['no words that gave way to open ones too', [of('a', p('Old.'))], [of('a', p('New and ', v('secret'), '.'))], 'Old.'],
    ['nothing else', [of('a', p('Old.')), of('b', p('Gone.'))], [of('a', p('New.')), of('c', p(v('Advice.')))], 'Old.\nGone.'],
  ])('holds %s', (_what, before, later, words) => {
    expect(left(before, later)).toEqual([words]);
  });

  it('holds a figure, and its value with it', () => {
    const figures = [resolved(uuid(1), 'Saving', number('5'))];
    const as = (protection: string | null) =>
      letter([{ ...discussion, body: doc(of('a', p('Is ', fig(uuid(1), { nodeId: 'f', protection })))) }], figures);
    expect(Object.keys(withoutPrivileged(holdAsLater(as(null), as(null))).figures)).toHaveLength(1);
    expect(withoutPrivileged(holdAsLater(as(null), as('privileged'))).figures).toEqual({});
  });

  it('is the version itself where nothing is privileged later', () => {
    const before = one(of('a', p('We lost money.')));
    expect(holdAsLater(before, one(of('a', p('We won.'))))).toBe(before);
  });

  it('leaves in a redline nothing of any stretch that is privileged now', () => {
    const word = fc.constantFrom('zqone', 'zqtwo', 'zqthree', 'zqfour');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(8), fc.nat(8), (words, at, size) => {
        const [from, to] = [Math.min(at, words.length - 1), Math.min(at, words.length - 1) + 1 + size];
        const [head, held, tail] = [words.slice(0, from), words.slice(from, to), words.slice(to)].map((part) => part.join(' '));
        const before = one(of('a', p('A ', `${head} `, `${held} `, `${tail} `, 'end.')));
        const later = one(of('a', p('A ', `${head} `, v(held ?? ''), ` ${tail} `, 'end.')));
        const tracked = trackLetter(withoutPrivileged(holdAsLater(before, later)), withoutPrivileged(later), { author: 'Redline', at: '' });
        const said = tracked.sections.map(({ body }) => plainTextOf(body)).join(' ');
        const standing = [...(head ?? '').split(' '), ...(tail ?? '').split(' ')].filter((each) => each !== '');
        expect(said.match(/zq\w+/g) ?? []).toEqual(standing);
      }),
      { numRuns: 60 },
    );
  });
});
