import { citedText } from '../citations/cited-runs';
import { missingOfSource, SOURCE_FORMS } from '../citations/source-form';
import { longForm } from '../citations/source-words';
import type { LetterContent } from '../letter-content';
import { textAttribute, walkProse } from '../walk-prose';
import type { LetterFinding } from './letter-finding';

/** Citations of sources that the library does not have, and sources that lack what their kind asks for, each once. */
export function checkCitations({ sections, sources = {} }: LetterContent): readonly LetterFinding[] {
  const told = new Set<string>();
  return sections.flatMap(({ id, title, body }) =>
    [...walkProse(body)].flatMap((node): LetterFinding[] => {
      if (node.type !== 'citation') return [];
      const place = { sectionId: id, nodeId: textAttribute(node, 'nodeId'), label: title };
      const source = sources[textAttribute(node, 'sourceId') ?? ''];
      if (!source) {
        const message = `A citation in "${title}" names a source that the library does not have.`;
        return [{ severity: 'error', code: 'citation-without-source', message, place }];
      }
      const missing = told.has(source.id) ? [] : missingOfSource(source);
      told.add(source.id);
      if (missing.length === 0) return [];
      const words = citedText({ form: 'long', runs: longForm(source) }) || SOURCE_FORMS[source.kind].label;
      return [{ severity: 'warning', code: 'citation-incomplete', message: `"${words}" is cited, but: ${missing.join(' ')}`, place }];
    }),
  );
}
