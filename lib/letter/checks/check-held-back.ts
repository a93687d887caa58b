import type { LetterContent } from '../letter-content';
import { protectedParts } from '../protection/protected-parts';
import { redactContent } from '../protection/redact-content';
import type { LetterFinding } from './letter-finding';

/** Which file the letter is checked for. */
export type CheckedBuild = 'clean' | 'redline' | 'review' | 'public' | 'confidential';

/**
 * What is held back, as it concerns one file: confidential parts that stand open in one that is not redacted, parts that are redacted and can
 * be read elsewhere in the same file, and privileged parts, which are left out.
 */
export function checkHeldBack(content: LetterContent, build: CheckedBuild): readonly LetterFinding[] {
  const parts = protectedParts(content);
  if (parts.length === 0) return [];
  const titles = new Map(content.sections.map(({ id, title }) => [id, title]));
  const privileged = parts
    .filter(({ protection }) => protection === 'privileged')
    .map(({ sectionId, nodeId }): LetterFinding => {
      const label = titles.get(sectionId) ?? '';
      const message = `A privileged part of “${label}” is left out of every file that is filed.`;
      return { severity: 'warning', code: 'privileged-left-out', message, place: { sectionId, nodeId, label } };
    });
  if (build === 'public') return [...redactContent(content).findings, ...privileged];
  if (build === 'confidential') return privileged;
  const open = parts
    .filter(({ protection }) => protection === 'confidential')
    .map(({ sectionId, nodeId }): LetterFinding => {
      const label = titles.get(sectionId) ?? '';
      const message = `A confidential part of “${label}” can be read in this file. The public file redacts it.`;
      return { severity: 'warning', code: 'confidential-in-clean', message, place: { sectionId, nodeId, label } };
    });
  return [...open, ...privileged];
}
