import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PRODUCTS, UNDERLIER_TYPES } from '@/lib/margin/portfolio/position';
import { POSITION_COLUMNS } from '@/lib/margin/portfolio/position-columns';
import { REQUIRED_FIELDS } from '@/lib/margin/portfolio/required-fields';

const doc = readFileSync(new URL('../../../../../docs/formats/positions.md', import.meta.url), 'utf8');

describe('docs/formats/positions.md', () => {
  it('has every column with its meaning and whether it is required', () => {
    for (const { name, kind, required, meaning } of POSITION_COLUMNS) {
      expect(doc).toContain(`| \`${name}\` | ${kind} | ${required ? 'yes' : ''} | ${meaning} |`);
    }
  });

  it('has every product with the fields that it needs, and every kind of underlier', () => {
    for (const product of PRODUCTS) {
      const row = doc.split('\n').find((line) => line.startsWith(`| \`${product}\` |`)) ?? '';
      const { needed, advised } = REQUIRED_FIELDS[product];
      expect(row).toContain(needed.map((choices) => choices.map((name) => `\`${name}\``).join(' or ')).join(', '));
      for (const name of advised) expect(row).toContain(`\`${name}\``);
    }
    for (const type of UNDERLIER_TYPES) expect(doc).toContain(`\`${type}\``);
  });
});
