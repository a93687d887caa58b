import { cellText } from '../figures/cell-text';
import { bindingsOf, figureKey } from '../figures/collect-figures';
import { formatFigure } from '../figures/format-figure';
import type { LetterContent } from '../letter-content';
import type { ShownWords } from './restore-objects';

/** How the figures of a letter read; citations and cross-references, whose words follow from their order, are null here. */
export function wordsOfObject({ figures }: Pick<LetterContent, 'figures'>): ShownWords {
  return (node) => {
    const [binding] = bindingsOf(node);
    const value = binding && figures[figureKey(binding)]?.value;
    if (!value || !binding) return null;
    if (value.kind === 'number') return formatFigure(value.value, binding.format ?? value.format);
    if (value.kind === 'table')
      return value.rows.map((row) => value.columns.map((column) => cellText(row[column.key] ?? '', column)).join('\t')).join('\n');
    return null;
  };
}
