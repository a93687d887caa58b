import { describe, expect, it } from 'vitest';
import { groupThreads, isShown, THREAD_FILTERS } from '@/components/comments/thread-filters';
import type { ThreadView } from '@/lib/services/comment/thread-view';

const person = (id: string) => ({ id, name: id });
const thread = (more: Partial<ThreadView> = {}): ThreadView => ({
  ...{
    id: 't',
    sectionId: 's1',
    anchor: { kind: 'section' },
    privileged: false,
    assignee: null,
    createdAt: '',
    resolvedAt: null,
    resolvedBy: null,
  },
  orphaned: false,
  comments: [{ id: 'c', author: person('ann'), text: 'Why?', mentions: [person('ben')], createdAt: '', editedAt: null }],
  ...more,
});

it.each([
  ['an open thread', thread(), 'ann', 'open mine'],
  ['one that mentions me', thread(), 'ben', 'open mine'],
  ['one of others', thread(), 'cal', 'open'],
  ['one assigned to me', thread({ assignee: person('cal') }), 'cal', 'open mine assigned'],
  ['a resolved one', thread({ resolvedAt: 'x', orphaned: true, privileged: true }), 'ann', 'resolved'],
  ['one that lost its place', thread({ orphaned: true }), 'cal', 'open lost'],
  ['a privileged one', thread({ privileged: true }), 'cal', 'open privileged'],
])('shows %s where it belongs', (_, own, memberId, expected) => {
  expect(
    THREAD_FILTERS.filter(({ id }) => isShown(own, id, memberId))
      .map(({ id }) => id)
      .join(' '),
  ).toBe(expected);
});

describe('groups of threads', () => {
  it('follow the sections, with those that lost their place at the end', () => {
    const threads = [
      thread({ id: '1', orphaned: true }),
      thread({ id: '2' }),
      thread({ id: '3', sectionId: 's2' }),
      thread({ id: '4', sectionId: 's2', orphaned: true, resolvedAt: 'x' }),
    ];
    const groups = groupThreads(threads).map(({ sectionId, threads: own }) => `${sectionId}: ${own.map(({ id }) => id).join()}`);
    expect(groups).toEqual(['s1: 2', 's2: 3,4', 'null: 1']);
  });
});
