import type { LetterContent } from '../letter-content';
import { referenceTargets } from '../references/reference-targets';
import { resolveReference } from '../references/resolve-reference';
import { textAttribute, walkProse } from '../walk-prose';
import type { LetterFinding } from './letter-finding';

/** Cross-references that lead nowhere. */
export function checkReferences(content: LetterContent): readonly LetterFinding[] {
  const targets = referenceTargets(content);
  return content.sections.flatMap(({ id, title, body }) =>
    [...walkProse(body)].flatMap((node): LetterFinding[] => {
      const resolved = node.type === 'crossReference' ? resolveReference(node, targets) : null;
      if (!resolved?.broken) return [];
      const place = { sectionId: id, nodeId: textAttribute(node, 'nodeId'), label: title };
      return [
        {
          severity: 'error',
          code: 'reference-broken',
          message: `A cross-reference in "${title}" leads nowhere. ${resolved.reason}`,
          place,
        },
      ];
    }),
  );
}
