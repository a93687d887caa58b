import { formatAttribute } from '@/lib/letter/figures/collect-figures';
import { formatFigure } from '@/lib/letter/figures/format-figure';
import { MISSING_FIGURE } from '../../write/inline/figure-number';
import type { Reading } from '../reading';
import { chartNumbers, tableWords } from './exhibit-words';
import type { KnownObject } from './known-objects';

/** What the writer wrote for an object of the known letter; null where that is not to be told from the letter alone. */
export function writtenText({ node, figure }: KnownObject, _reading: Reading): string | null {
  switch (node.type) {
    case 'figureNumber':
      if (figure?.value.kind !== 'number') return MISSING_FIGURE;
      return formatFigure(figure.value.value, formatAttribute(node) ?? figure.value.format);
    case 'figureTable':
      return figure?.value.kind === 'table' && figure.value.columns.length > 0 ? tableWords(figure.value) : MISSING_FIGURE;
    case 'figureChart':
      return (figure?.value.kind === 'chart' ? chartNumbers(figure.value) : null) ?? MISSING_FIGURE;
    default:
      return null;
  }
}
