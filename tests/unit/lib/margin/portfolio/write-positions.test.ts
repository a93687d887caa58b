import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionFromJson, positionToJson } from '@/lib/margin/portfolio/position-codec';
import { writePositions } from '@/lib/margin/portfolio/write-positions';
import { anyPosition, anyPositions } from '@/tests/support/any-position';
import { position, readText } from '@/tests/support/positions-csv';

describe('writing positions', () => {
  it('writes what the reader reads back equal, but for the lines', async () => {
    await fc.assert(
      fc.asyncProperty(anyPositions, async (positions) => {
        const { positions: back, problems } = await readText(writePositions(positions));
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(back.map((one) => ({ ...one, line: 0 }))).toEqual(positions.map((one) => ({ ...one, line: 0 })));
      }),
      { numRuns: 60 },
    );
  });

  it('puts an apostrophe before a text that a spreadsheet would run, and none before a negative number', () => {
    const text = writePositions([position({ underlier: "=cmd|' /C calc'!A0", sector: '@x', positionId: '-1' })]);
    expect(text.split('\n')[1]).toContain("'-1,");
    expect(text.split('\n')[1]).toContain("'=cmd|' /C calc'!A0");
    expect(text.split('\n')[1]).toContain("'@x");
  });
});

describe('positions as JSON', () => {
  it('come back equal through the text of the JSON', () => {
    fc.assert(
      fc.property(anyPosition, (one) => {
        expect(positionFromJson(JSON.parse(JSON.stringify(positionToJson(one))))).toEqual(one);
      }),
    );
  });

  it.each([
    ['notional', 5],
    ['notional', '1e5'],
    ['product', 'cdx'],
    ['positionId', null],
    ['line', '2'],
    ['sector', 4],
    ['underlierClass', 'big'],
    ['underlierPrice', 4],
    ['productGroup', 4],
  ])('refuse a %s of %j by its name', (name, value) => {
    expect(() => positionFromJson({ ...positionToJson(position()), [name]: value })).toThrow(name);
  });
});
