import { bindingsOf, figureKey, type TextBinding } from '@/lib/letter/figures/collect-figures';
import { formatFigure } from '@/lib/letter/figures/format-figure';
import type { SignedContent, SignedFigure } from './signed-content';

/** What became of a figure in a section. `before` and `after` are as a reader sees them, with the run: "$68.7 million, run 12". */
export interface FigureDifference {
  readonly name: string;
  readonly kind: 'changed' | 'added' | 'removed' | 'withdrawn';
  readonly before: string | null;
  readonly after: string | null;
}

/** The differences of the figures between two contents of a section, in reading order: values, runs and formats, new ones, those gone and those withdrawn since. */
export function figureDifferences(before: SignedContent, after: SignedContent): readonly FigureDifference[] {
  const was = placesOf(before);
  const is = placesOf(after);
  const found: FigureDifference[] = [];
  for (const [place, { binding, figure }] of is) {
    const earlier = was.get(place);
    const now = shown(binding, figure);
    if (!earlier) {
      found.push({ name: figure.name, kind: 'added', before: null, after: now });
      continue;
    }
    const then = shown(earlier.binding, earlier.figure);
    if (figure.withdrawn && !earlier.figure.withdrawn) found.push({ name: figure.name, kind: 'withdrawn', before: then, after: now });
    else if (then !== now || figureKey(binding) !== figureKey(earlier.binding))
      found.push({ name: figure.name, kind: 'changed', before: then, after: now });
  }
  for (const [place, { binding, figure }] of was)
    if (!is.has(place)) found.push({ name: figure.name, kind: 'removed', before: shown(binding, figure), after: null });
  return found;
}

interface Placed {
  readonly binding: TextBinding;
  readonly figure: SignedFigure;
}

/** By the node's name, so that a figure of which another run was accepted is the same one; by figure and count where it has none. */
function placesOf(content: SignedContent): ReadonlyMap<string, Placed> {
  const places = new Map<string, Placed>();
  for (const binding of bindingsOf(content.body)) {
    const figure = content.figures[figureKey(binding)];
    let place = binding.nodeId ?? binding.figureId;
    while (places.has(place)) place = `${place}'`;
    if (figure) places.set(place, { binding, figure });
  }
  return places;
}

function shown(binding: TextBinding, figure: SignedFigure): string {
  const run = figure.runNumber === null ? 'unpublished run' : `run ${figure.runNumber}`;
  if (figure.value?.kind !== 'number') return figure.value ? `${figure.value.kind}, ${run}` : run;
  return `${formatFigure(figure.value.value, binding.format ?? figure.value.format)}, ${run}`;
}
