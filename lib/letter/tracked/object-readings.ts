import { citeLetter } from '../citations/cite-letter';
import type { LetterContent } from '../letter-content';
import { referenceTargets } from '../references/reference-targets';
import { resolveReference } from '../references/resolve-reference';
import { textAttribute, walkProse } from '../walk-prose';

/**
 * How each citation and cross-reference of a letter reads there, by its node, apart from what fields compute (numbers of notes, sections, pages): two
 * letters in which the same node reads otherwise show other words of it, though nobody changed it.
 */
export function objectReadings(content: LetterContent): ReadonlyMap<string, string> {
  const readings = new Map<string, string>();
  for (const [nodeId, { runs }] of citeLetter(content)) {
    const words = runs.map(({ text, italic, noteId }) => (noteId === undefined ? [text, italic === true] : [noteId]));
    readings.set(nodeId, JSON.stringify(words));
  }
  const targets = referenceTargets(content);
  for (const { body } of content.sections) {
    for (const node of walkProse(body)) {
      const nodeId = node.type === 'crossReference' ? textAttribute(node, 'nodeId') : null;
      if (nodeId === null) continue;
      const resolved = resolveReference(node, targets);
      const pieces = resolved.broken ? [] : resolved.pieces.map(({ text, field, of }) => (field === undefined ? [text] : [field, of]));
      readings.set(nodeId, JSON.stringify(pieces));
    }
  }
  return readings;
}
