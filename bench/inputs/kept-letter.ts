import type { LetterContent } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { repairBody } from '@/lib/letter/schema/repair-body';
import { uniqueIdentities } from '@/lib/letter/schema/unique-identities';

/** A letter as a version keeps it. */
export function keptLetter(letter: LetterContent): LetterContent {
  return { ...letter, sections: letter.sections.map((section) => ({ ...section, body: keptBody(section.body, section.id) })) };
}

/** A body as a version keeps it: of the section's form, every node named. */
export function keptBody(body: ProseNode, seed: string): ProseNode {
  return uniqueIdentities(repairBody(body).body, seed);
}
