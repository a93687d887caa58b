import { sha256Hex } from '@/lib/core/hash';
import { contentForAgency } from '@/lib/letter/agencies/content-for-agency';
import { readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { canDraftConfidentialRequest } from '@/lib/policies/protection';
import type { AgencyKey } from '@/lib/request/agencies/agency';
import { draftRequest } from '@/lib/word/write/request-letter/draft-request';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findLetter } from '../letter/find-letter';
import { readLetterContent } from '../letter/read-letter-content';

export interface DraftedRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** The request for confidential treatment to one agency as a Word file, of the letter as it stands. On record as taken out. */
export async function draftConfidentialRequest(ctx: ServiceContext, letterId: string, agency: AgencyKey): Promise<DraftedRequest> {
  authorise(canDraftConfidentialRequest(ctx.actor));
  const { content, facts } = await ctx.db.$transaction(async (tx) => {
    const letter = await findLetter(tx, ctx.actor.firmId, letterId);
    return {
      content: await readLetterContent(tx, ctx.actor.firmId, letterId),
      facts: readConfidentialRequest(letter.confidentialRequest),
    };
  });
  const bytes = await draftRequest(withoutPrivileged(contentForAgency(content, agency)), agency, facts);
  await transact(ctx, async (_tx, audit) =>
    audit({
      type: 'letter.confidential-request-drafted',
      subject: { type: 'letter', id: letterId },
      data: { agency, sha256: sha256Hex(bytes) },
    }),
  );
  return { bytes, fileName: `confidential-treatment-request-${agency.toLowerCase()}.docx` };
}
