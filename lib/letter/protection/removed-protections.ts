import { nodeName } from '../compare/node-name';
import type { LetterContent } from '../letter-content';
import { plainTextOf } from '../schema/plain-text';
import type { ProseNode } from '../schema/prose-node';
import { walkProse } from '../walk-prose';
import { type ProtectedPartOfLetter, protectedParts } from './protected-parts';
import type { Protection } from './protection';
import { redactBody } from './redact-body';

/** Something that was held back and stands open now. */
export interface RemovedProtection {
  readonly sectionId: string;
  readonly nodeId: string | null;
  readonly protection: Protection;
  /** "words", or the type of the node */
  readonly what: string;
}

/**
 * What was held back in one version of a letter and is still there in another one, open or only confidential where it was privileged. What
 * was deleted is not told. Words of fewer than four are looked for in their own paragraph only.
 */
export function removedProtections(
  before: Pick<LetterContent, 'sections'>,
  after: Pick<LetterContent, 'sections'>,
): readonly RemovedProtection[] {
  const held = (part: Pick<ProtectedPartOfLetter, 'sectionId' | 'nodeId' | 'what' | 'text'>) =>
    `${part.sectionId} ${part.nodeId} ${part.what} ${words(part.text)}`;
  const now = protectedParts(after);
  const kept = new Set(now.filter(({ protection }) => protection === 'confidential').map(held));
  const privileged = new Set(now.filter(({ protection }) => protection === 'privileged').map(held));
  const bodies = new Map(after.sections.map(({ id, body }) => [id, { open: redactBody(body), body }]));
  return protectedParts(before)
    .filter((part) => {
      if (privileged.has(held(part))) return false;
      if (kept.has(held(part))) return part.protection === 'privileged';
      const body = bodies.get(part.sectionId);
      return body !== undefined && standsOpen(part, body.open);
    })
    .map(({ sectionId, nodeId, protection, what }) => ({ sectionId, nodeId, protection, what }));
}

function standsOpen(part: ProtectedPartOfLetter, open: ProseNode): boolean {
  const sought = words(part.text);
  const own = part.nodeId === null ? undefined : [...walkProse(open)].find((node) => nodeName(node) === part.nodeId);
  if (part.what !== 'words' && own && own.attrs?.redacted !== true && words(plainTextOf(own)).includes(sought)) {
    return sought !== '' || own.type.startsWith('figure') || own.type.endsWith('itation');
  }
  if (sought === '') return false;
  if (own && words(plainTextOf(own)).includes(sought)) return true;
  return sought.split(' ').length >= 4 && words(plainTextOf(open)).includes(sought);
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
