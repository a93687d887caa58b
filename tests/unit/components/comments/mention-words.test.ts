import { describe, expect, it } from 'vitest';
import { matchPeople, mentionAt, mentionedIn, piecesOf, withMention } from '@/components/comments/mention-words';

const people = ['Ann Lee', 'Ann Leeds', 'Ben O’Brien', 'Zoë Ångström'].map((name, index) => ({ id: String(index), name }));
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id).join('');

describe('mentions', () => {
  it.each([
    ['ask @an', 7, { start: 4, query: 'an' }],
    ['@', 1, { start: 0, query: '' }],
    ['(@Ann Le', 8, { start: 1, query: 'Ann Le' }],
    ['mail a@b', 8, null],
    ['@Ann Lee and', 12, null],
    ['@Ann\n', 5, null],
    ['see @Zoë Å later', 10, { start: 4, query: 'Zoë Å' }],
  ])('looks for a name in %j at %i', (text, cursor, expected) => {
    expect(mentionAt(text, cursor)).toEqual(expected);
  });

  it.each([
    ['', '0123'],
    ['ann', '01'],
    ['o’b', '2'],
    ['ång', '3'],
    ['x', ''],
  ])('finds who is meant by %j', (query, expected) => {
    expect(ids(matchPeople(people, query))).toBe(expected);
  });

  it('puts the whole name in and the cursor behind it', () => {
    expect(withMention('ask @an please', 4, 7, 'Ann Lee')).toEqual({ text: 'ask @Ann Lee please', cursor: 13 });
  });

  it.each([
    ['@Ann Lee, and @Ben O’Brien?', '02'],
    ['@Ann Leeds', '1'],
    ['@Ann Leeway', ''],
    ['Ann Lee', ''],
  ])('knows who is mentioned in %j', (text, expected) => {
    expect(ids(mentionedIn(text, people))).toBe(expected);
  });

  it('loses nothing of the text when it is cut at the names', () => {
    const text = 'a @Ann Leeds\n@Ann Lee@Zoë Ångström @nobody';
    const pieces = piecesOf(text, people);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.mention).map((piece) => piece.text)).toEqual(['@Ann Leeds', '@Ann Lee', '@Zoë Ångström']);
  });
});
