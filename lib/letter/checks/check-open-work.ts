import type { LetterFinding } from './letter-finding';

/** What is not settled in a letter's sections, as far as the reader may know of it. */
export interface OpenWork {
  /** comments that are not resolved; `nodeId` where one stands at a block or node */
  readonly threads: readonly { readonly sectionId: string; readonly nodeId: string | null; readonly quote: string }[];
  readonly suggestions: readonly { readonly sectionId: string; readonly authorName: string }[];
  /** the capacities that each section still needs */
  readonly missingSignatures: readonly { readonly sectionId: string; readonly capacities: readonly string[] }[];
}

/** Comments, suggestions and signatures that wait, each at its section; several suggestions in one section are one finding. */
export function checkOpenWork(
  sections: readonly { readonly id: string; readonly title: string }[],
  work: OpenWork,
): readonly LetterFinding[] {
  return sections.flatMap(({ id, title }): LetterFinding[] => {
    const finding = (code: string, message: string, nodeId: string | null = null): LetterFinding => ({
      severity: 'warning',
      code,
      message,
      place: { sectionId: id, nodeId, label: title },
    });
    const unsigned = work.missingSignatures.filter(({ sectionId, capacities }) => sectionId === id && capacities.length > 0);
    const suggested = work.suggestions.filter(({ sectionId }) => sectionId === id);
    const authors = [...new Set(suggested.map(({ authorName }) => authorName))].join(', ');
    return [
      ...unsigned.map(({ capacities }) => finding('sign-off-missing', `“${title}” is not signed for ${capacities.join(' and ')}.`)),
      ...(suggested.length === 0
        ? []
        : [
            finding(
              'suggestion-open',
              `${suggested.length === 1 ? 'A suggestion' : `${suggested.length} suggestions`} of ${authors} in “${title}” ${suggested.length === 1 ? 'is' : 'are'} not decided.`,
            ),
          ]),
      ...work.threads
        .filter(({ sectionId }) => sectionId === id)
        .map(({ nodeId, quote }) =>
          finding('comment-open', `A comment in “${title}” is not resolved${quote === '' ? '' : `: “${shortened(quote)}”`}.`, nodeId),
        ),
    ];
  });
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
