import { describe, expect, it } from 'vitest';
import { boundFigures, formatAttribute } from '@/lib/letter/figures/collect-figures';
import { doc, fig, figChart, millions, note, p, section, table, td, tr } from '@/tests/support/letters';

describe('the figures of a letter', () => {
  it('are found in reading order, in cells and footnotes too', () => {
    const body = doc(
      p('a', fig('one'), note(p(fig('two', { format: millions })))),
      table(tr(td(fig('three')))),
      figChart('four', { nodeId: 'n4' }),
    );
    const found = boundFigures([section('summary', 'Summary', body, { id: 's' })]);
    expect(found.map(({ figureId, kind, sectionId }) => [figureId, kind, sectionId])).toEqual([
      ['one', 'number', 's'],
      ['two', 'number', 's'],
      ['three', 'number', 's'],
      ['four', 'chart', 's'],
    ]);
    expect(found[1]?.format).toEqual(millions);
    expect(found[3]?.nodeId).toBe('n4');
  });
  it('leave out what is bound to nothing', () => {
    expect(boundFigures([section('summary', 'Summary', doc(p(fig('', {}), { type: 'figureNumber' })))])).toEqual([]);
  });
  it.each([[null], ['x'], [{ style: 'money' }], [{ ...millions, decimals: -1 }], [{ ...millions, scale: 'dozens' }]])(
    'take %j for no format',
    (format) => {
      expect(formatAttribute({ type: 'figureNumber', attrs: { format } })).toBeNull();
    },
  );
});
