import { objectWords } from './object-words';
import type { ReferenceView } from './reference-store';

/** Writes the words of a citation or cross-reference into an element, for places that React does not draw. */
export function drawObject(element: HTMLElement, type: string, attrs: Readonly<Record<string, unknown>>, view: ReferenceView | null): void {
  const { runs, problem } = objectWords(type, attrs, view);
  element.classList.add('object-chip');
  element.toggleAttribute('data-problem', problem !== null);
  element.title = problem ?? '';
  element.replaceChildren(
    ...runs.map(({ text, italic }) => {
      const part = document.createElement(italic ? 'em' : 'span');
      part.textContent = text;
      return part;
    }),
  );
}
