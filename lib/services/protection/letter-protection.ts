import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import { type ConfidentialRequest, readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { openElsewhere } from '@/lib/letter/protection/open-elsewhere';
import { type ProtectedPartOfLetter, protectedParts } from '@/lib/letter/protection/protected-parts';
import type { Decision } from '@/lib/policies/decision';
import { canReadLetter } from '@/lib/policies/letter';
import { canDraftConfidentialRequest, canEditConfidentialRequest } from '@/lib/policies/protection';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import { readLetterContent } from '../letter/read-letter-content';
import { removedProtectionFindings } from './removed-protection-findings';

/** What is held back in a letter as it stands, what speaks against it, and the request for confidential treatment. */
export interface LetterProtection {
  readonly parts: readonly ProtectedPartOfLetter[];
  readonly findings: readonly LetterFinding[];
  readonly request: ConfidentialRequest;
  /** the name that stands in markings while the request has none */
  readonly firm: string;
  readonly rights: { readonly editRequest: Decision; readonly draft: Decision };
}

/** Reads it for the panel. Who reads the letter reads its marks. Throws NOT_FOUND for another firm's letter. */
export async function letterProtection(ctx: ServiceContext, letterId: string): Promise<LetterProtection> {
  const { actor } = ctx;
  authorise(canReadLetter(actor));
  return ctx.db.$transaction(async (tx) => {
    const letter = await findLetter(tx, actor.firmId, letterId);
    const content = await readLetterContent(tx, actor.firmId, letterId);
    return {
      parts: protectedParts(content, (node) => (node.type.startsWith('figure') ? 'figure' : 'citation')),
      findings: [...(await removedProtectionFindings(tx, actor.firmId, letterId, content)), ...openElsewhere(content)],
      request: readConfidentialRequest(letter.confidentialRequest),
      firm: content.furniture.letterhead.firm,
      rights: {
        editRequest: canEditConfidentialRequest(actor, { frozen: letter.frozenAt !== null }),
        draft: canDraftConfidentialRequest(actor),
      },
    };
  });
}
