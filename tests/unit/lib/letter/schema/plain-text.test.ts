import { describe, expect, it } from 'vitest';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { bullets, doc, figureNumber, footnote, h, p, table } from '@/tests/support/section-body';

describe('plainTextOf', () => {
  it('gives a line per block', () => {
    expect(plainTextOf(doc(h(2, 'Cost'), p('One.'), bullets([p('a')], [p('b'), bullets([p('c')])])))).toBe('Cost\nOne.\na\nb\nc');
  });
  it('sets cells of a row apart', () => {
    expect(plainTextOf(doc(table([p('a'), p('b')], [p('c'), p('d')])))).toBe('a\tb\nc\td');
  });
  it('puts footnotes in brackets at their place, or leaves them out', () => {
    const body = doc(p('Text', footnote(p('See 17 CFR.'), p('Ibid.')), '.'));
    expect(plainTextOf(body)).toBe('Text [See 17 CFR. Ibid.].');
    expect(plainTextOf(body, { footnotes: false })).toBe('Text.');
  });
  it('asks for the words of figures', () => {
    const body = doc(p('Saves ', figureNumber({ figureId: 'f' }), '.'), { type: 'figureTable', attrs: { caption: 'T' } });
    expect(plainTextOf(body)).toBe('Saves .');
    expect(plainTextOf(body, { atomText: (node) => (node.type === 'figureTable' ? `[${node.attrs?.caption}]` : '$5') })).toBe(
      'Saves $5.\n[T]',
    );
  });
  it('breaks a line where the text does', () => {
    expect(plainTextOf(doc(p('a', { type: 'hardBreak' }, 'b')))).toBe('a\nb');
  });
});
