import type { Source } from '@/lib/letter/citations/source';
import { SOURCE_FORMS } from '@/lib/letter/citations/source-form';

/** The sources in which every word is found, in the order given: those changed last come first from the library. */
export function findSources(sources: readonly Source[], wanted: string): readonly Source[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return sources.filter(({ kind, fields }) => {
    const { title = '', section = '', volume = '', page = '' } = fields;
    const numbers =
      kind === 'cfr' ? `${title} cfr ${section}` : kind === 'statute' ? `${title} u.s.c. usc ${section}` : `${volume} fr ${page}`;
    const text = `${SOURCE_FORMS[kind].label} ${Object.values(fields).join(' ')} ${numbers}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
