import type { Prisma } from '@/lib/generated/prisma/client';
import { type ConfidentialRequest, readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { canEditConfidentialRequest } from '@/lib/policies/protection';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findLetter } from '../letter/find-letter';

/** Keeps what a letter's requests for confidential treatment say. Throws NOT_FOUND for another firm's letter, FORBIDDEN once it is frozen. */
export async function changeConfidentialRequest(
  ctx: ServiceContext,
  letterId: string,
  after: ConfidentialRequest,
): Promise<ConfidentialRequest> {
  return transact(ctx, async (tx, audit) => {
    await tx.$queryRaw`SELECT 1 FROM "Letter" WHERE id = ${letterId}::uuid FOR UPDATE`;
    const letter = await findLetter(tx, ctx.actor.firmId, letterId);
    authorise(canEditConfidentialRequest(ctx.actor, { frozen: letter.frozenAt !== null }));
    const before = readConfidentialRequest(letter.confidentialRequest);
    const changed = (Object.keys(after) as (keyof ConfidentialRequest)[]).filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    );
    if (changed.length === 0) return before;
    await tx.letter.update({
      where: { id: letterId },
      data: { confidentialRequest: after as unknown as Prisma.InputJsonObject, updatedAt: ctx.clock() },
    });
    audit({
      type: 'letter.confidential-request-changed',
      subject: { type: 'letter', id: letterId },
      data: { before: pick(before, changed), after: pick(after, changed) },
    });
    return after;
  });
}

function pick(request: ConfidentialRequest, keys: readonly (keyof ConfidentialRequest)[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, request[key]]));
}
