import { sha256Hex } from '@/lib/core/hash';
import { readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { pageMarkingWords } from '@/lib/letter/protection/page-marking-words';
import { canDraftConfidentialRequest } from '@/lib/policies/protection';
import type { AgencyKey } from '@/lib/request/agencies/agency';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findLetter } from '../letter/find-letter';
import { readLetterContent } from '../letter/read-letter-content';
import { currentTemplate } from '../template/current-template';
import type { RequestToRender } from './render-request';

export interface DraftedRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** Writes a request; given from outside so that a server writes in a worker thread. */
export type RequestWriter = (request: RequestToRender) => Promise<Uint8Array>;

/** The request for confidential treatment to one agency as a Word file, of the letter as it stands. On record as taken out. */
export async function draftConfidentialRequest(
  ctx: ServiceContext,
  letterId: string,
  agency: AgencyKey,
  write: RequestWriter,
): Promise<DraftedRequest> {
  authorise(canDraftConfidentialRequest(ctx.actor));
  const request = await ctx.db.$transaction(async (tx) => {
    const letter = await findLetter(tx, ctx.actor.firmId, letterId);
    const firm = await tx.firm.findUniqueOrThrow({ where: { id: ctx.actor.firmId } });
    const read = readConfidentialRequest(letter.confidentialRequest);
    return {
      agency,
      content: await readLetterContent(tx, ctx.actor.firmId, letterId),
      facts: read,
      marking: pageMarkingWords(read, firm.name),
      template: await currentTemplate(tx, ctx.actor.firmId),
    };
  });
  const bytes = await write(request);
  await transact(ctx, async (_tx, audit) =>
    audit({
      type: 'letter.confidential-request-drafted',
      subject: { type: 'letter', id: letterId },
      data: { agency, sha256: sha256Hex(bytes) },
    }),
  );
  return { bytes, fileName: `confidential-treatment-request-${agency.toLowerCase()}.docx` };
}
