import { objectText } from '@/components/citations/object-words';
import type { ReferenceView } from '@/components/citations/reference-store';
import { actionWords } from '@/components/editor/action-words';
import { bindingOf, chipText } from '@/components/editor/figure-binding';
import type { FigureEntry } from '@/lib/letter/figures/figure-entry';

const EXHIBITS: Readonly<Record<string, string>> = { figureTable: 'Table', figureChart: 'Chart' };

/** How a figure or citation reads in the words of a suggestion. */
export function atomWords(
  figures: ReadonlyMap<string, FigureEntry> | null,
  type: string,
  attrs: Readonly<Record<string, unknown>> = {},
  references: ReferenceView | null = null,
): string {
  if (type === 'actionCitation') return actionWords(attrs.actionKey);
  if (type === 'citation' || type === 'crossReference') return objectText(type, attrs, references);
  const binding = bindingOf(attrs);
  const exhibit = EXHIBITS[type];
  if (!exhibit) return chipText(figures, binding);
  const name = binding.caption || figures?.get(binding.figureId)?.name;
  return name ? `${exhibit}: ${name}` : exhibit;
}
