import { describe, expect, it } from 'vitest';
import type { LetterContent } from '@/lib/letter/letter-content';
import { writeLetter } from '@/lib/word/write/write-letter';
import { fullLetter } from '@/tests/support/full-letter';
import { savedByOffice } from '@/tests/support/office';
import { pagedLetter } from '@/tests/support/paged-letters';
import { CLEAN, changesIn, returned } from '@/tests/support/returned-letter';

const HASH = '0123456789abcdef'.repeat(4);
const PATIENCE = 300_000;

const LETTERS: Readonly<Record<string, () => LetterContent>> = {
  'of every kind of node': fullLetter,
  'of lists': () => pagedLetter('lists', 3, 7),
  'of tables': () => pagedLetter('tables', 3, 7),
  'of notes': () => pagedLetter('notes', 3, 7),
};

describe('a letter that LibreOffice saved again', () => {
  it.each(Object.keys(LETTERS))(
    '%s has its sections and figures still, and no change',
    async (name) => {
      const letter = LETTERS[name]!();
      const sent = await writeLetter(letter, { ...CLEAN, versionHash: HASH });
      const document = returned(await savedByOffice(sent), letter);
      expect(document.versionHash).toBe(HASH.slice(0, 32));
      expect(document.sections.map(({ id, by }) => `${by} ${id}`)).toEqual(letter.sections.map(({ id }) => `bookmark ${id}`));
      const before = returned(sent, letter).sections.map(({ objects }) => Object.values(objects).map(({ kind, shown }) => [kind, shown]));
      expect(document.sections.map(({ objects }) => Object.values(objects).map(({ kind, shown }) => [kind, shown]))).toEqual(before);
      expect(document.sections.flatMap(({ objects }) => Object.values(objects)).filter(({ altered }) => altered)).toEqual([]);
      const changes = [...changesIn(letter, document).values()].flatMap((own) =>
        typeof own === 'string' ? [own] : own.map(({ kind }) => kind),
      );
      expect(changes).toEqual([]);
      expect(document.notUnderstood).toEqual([]);
    },
    PATIENCE,
  );
});
