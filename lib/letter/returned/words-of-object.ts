import { relatedAction } from '@/lib/request/actions/related-actions';
import { citeLetter } from '../citations/cite-letter';
import { citedText } from '../citations/cited-runs';
import { cellText } from '../figures/cell-text';
import { bindingsOf, figureKey } from '../figures/collect-figures';
import { formatFigure } from '../figures/format-figure';
import type { LetterContent } from '../letter-content';
import { referenceTargets } from '../references/reference-targets';
import { referenceText, resolveReference } from '../references/resolve-reference';
import type { ProseNode } from '../schema/prose-node';
import { textAttribute } from '../walk-prose';
import type { ShownWords } from './restore-objects';

/**
 * How the figures, citations and cross-references of a letter read, by their order in it; null for what the letter does not have. A number of a
 * page is "#": only a file counts pages.
 */
export function wordsOfObject(content: Pick<LetterContent, 'figures' | 'sections' | 'sources'>): ShownWords {
  const figure = wordsOfFigure(content.figures);
  let citations: ReturnType<typeof citeLetter> | null = null;
  let targets: ReturnType<typeof referenceTargets> | null = null;
  return (node) => {
    switch (node.type) {
      case 'citation': {
        citations ??= citeLetter(content);
        const cited = citations.get(textAttribute(node, 'nodeId') ?? '');
        return cited ? citedText(cited) : null;
      }
      case 'crossReference':
        targets ??= referenceTargets(content);
        return referenceText(resolveReference(node, targets));
      case 'actionCitation':
        return relatedAction(textAttribute(node, 'actionKey') ?? '')?.citation ?? null;
      default:
        return figure(node);
    }
  };
}

/** How figures read, by the values given: a number in its format, a table by its cells; null for a chart and for what is not there. */
export function wordsOfFigure(figures: LetterContent['figures']): (node: ProseNode) => string | null {
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
