import type { Capacity } from './capacity';

/** What a capacity is called at the beginning of a line. */
export const CAPACITY_WORDS: Readonly<Record<Capacity, string>> = { legal: 'Legal', risk: 'Risk', business: 'Business' };
