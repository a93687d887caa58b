import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { furnitureFromText, furnitureToText } from '@/components/letter/furniture-text';
import type { LetterFurniture } from '@/lib/letter/letter-content';

const line = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !text.includes('\n'));
const lines = fc.array(line, { maxLength: 4 });
const furniture: fc.Arbitrary<LetterFurniture> = fc.record({
  letterhead: fc.record({ firm: line, lines }),
  date: fc.constantFrom(null, '2026-08-24'),
  deliveryLine: line,
  addressees: fc.array(fc.record({ agency: line, lines: fc.array(line, { minLength: 1, maxLength: 5 }) }), { maxLength: 3 }),
  reLines: lines,
  salutation: line,
  closing: line,
  signatories: fc.array(fc.record({ name: line, title: line, entity: line }), { maxLength: 3 }),
  cc: lines,
});

describe('the letterhead form', () => {
  it('gives back exactly the furniture that it shows', () => {
    fc.assert(
      fc.property(furniture, (given) => {
        expect(furnitureFromText(furnitureToText(given), given)).toEqual(given);
      }),
    );
  });

  it('names the agency of a new addressee block by its first line', () => {
    const before = { ...BARE, addressees: [] };
    const text = { ...furnitureToText(before), addressees: 'Mr. A\nSecretary\n\nMs. B' };
    expect(furnitureFromText(text, before).addressees).toEqual([
      { agency: 'Mr. A', lines: ['Mr. A', 'Secretary'] },
      { agency: 'Ms. B', lines: ['Ms. B'] },
    ]);
  });
});

const BARE: LetterFurniture = {
  letterhead: { firm: 'F', lines: [] },
  date: null,
  deliveryLine: '',
  addressees: [],
  reLines: [],
  salutation: '',
  closing: '',
  signatories: [],
  cc: [],
};
