import { changedFields } from '@/lib/core/changed-fields';
import type { Prisma } from '@/lib/generated/prisma/client';
import { type ConfidentialRequest, readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { canEditConfidentialRequest } from '@/lib/policies/protection';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockLetter } from '../letter/lock-letter';

/** Keeps what a letter's requests for confidential treatment say. Throws NOT_FOUND for another firm's letter, FORBIDDEN once it is frozen. */
export async function changeConfidentialRequest(
  ctx: ServiceContext,
  letterId: string,
  after: ConfidentialRequest,
): Promise<ConfidentialRequest> {
  return transact(ctx, async (tx, audit) => {
    const letter = await lockLetter(tx, ctx.actor.firmId, letterId);
    authorise(canEditConfidentialRequest(ctx.actor, { frozen: letter.frozenAt !== null }));
    const before = readConfidentialRequest(letter.confidentialRequest);
    const changed = changedFields(before, after);
    if (changed === null) return before;
    await tx.letter.update({
      where: { id: letterId },
      data: { confidentialRequest: after as unknown as Prisma.InputJsonObject, updatedAt: ctx.clock() },
    });
    audit({ type: 'letter.confidential-request-changed', subject: { type: 'letter', id: letterId }, data: changed });
    return after;
  });
}
