import type { Coverage } from '@/lib/letter/letter-content';

/** The words for how far a question is answered, and the tone in which they are drawn. */
export const COVERAGE_WORDS: Readonly<
  Record<Coverage, { readonly word: string; readonly tone: 'neutral' | 'green' | 'amber' | 'accent' }>
> = {
  open: { word: 'Open', tone: 'neutral' },
  answered: { word: 'Answered', tone: 'green' },
  partly: { word: 'Partly answered', tone: 'amber' },
  declined: { word: 'Declined', tone: 'accent' },
  'not-applicable': { word: 'Not applicable', tone: 'accent' },
};

export const COVERAGES: readonly Coverage[] = ['open', 'answered', 'partly', 'declined', 'not-applicable'];
