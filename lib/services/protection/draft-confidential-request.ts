import { sha256Hex } from '@/lib/core/hash';
import { contentForAgency } from '@/lib/letter/agencies/content-for-agency';
import { readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { pageMarkingWords } from '@/lib/letter/protection/page-marking-words';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { canDraftConfidentialRequest } from '@/lib/policies/protection';
import { relatedAction } from '@/lib/request/actions/related-actions';
import type { AgencyKey } from '@/lib/request/agencies/agency';
import { confidentialPages } from '@/lib/word/write/request-letter/confidential-pages';
import { draftRequest } from '@/lib/word/write/request-letter/draft-request';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findLetter } from '../letter/find-letter';
import { readLetterContent } from '../letter/read-letter-content';
import { currentTemplate } from '../template/current-template';

export interface DraftedRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** The request for confidential treatment to one agency as a Word file, of the letter as it stands. On record as taken out. */
export async function draftConfidentialRequest(ctx: ServiceContext, letterId: string, agency: AgencyKey): Promise<DraftedRequest> {
  authorise(canDraftConfidentialRequest(ctx.actor));
  const { content, facts, marking, template } = await ctx.db.$transaction(async (tx) => {
    const letter = await findLetter(tx, ctx.actor.firmId, letterId);
    const firm = await tx.firm.findUniqueOrThrow({ where: { id: ctx.actor.firmId } });
    const read = readConfidentialRequest(letter.confidentialRequest);
    return {
      content: await readLetterContent(tx, ctx.actor.firmId, letterId),
      facts: read,
      marking: pageMarkingWords(read, firm.name),
      template: await currentTemplate(tx, ctx.actor.firmId),
    };
  });
  const filed = withoutPrivileged(contentForAgency(content, agency));
  const pages = confidentialPages(filed, {
    citeAction: (key) => relatedAction(key)?.citation ?? null,
    marking,
    ...(template ? { template } : {}),
  });
  const bytes = await draftRequest(filed, agency, facts, { pages, template });
  await transact(ctx, async (_tx, audit) =>
    audit({
      type: 'letter.confidential-request-drafted',
      subject: { type: 'letter', id: letterId },
      data: { agency, sha256: sha256Hex(bytes) },
    }),
  );
  return { bytes, fileName: `confidential-treatment-request-${agency.toLowerCase()}.docx` };
}
