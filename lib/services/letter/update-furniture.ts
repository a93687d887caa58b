import { changedFields } from '@/lib/core/changed-fields';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { LetterFurniture } from '@/lib/letter/letter-content';
import { canEditFurniture } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockLetter } from './lock-letter';

/** Changes the letterhead, addressees, Re: lines or signature block; the parts not given stay. Lines left empty at the end are dropped. */
export async function updateFurniture(ctx: ServiceContext, letterId: string, change: Partial<LetterFurniture>): Promise<LetterFurniture> {
  return transact(ctx, async (tx, audit) => {
    const letter = await lockLetter(tx, ctx.actor.firmId, letterId);
    authorise(canEditFurniture(ctx.actor, { frozen: letter.frozenAt !== null }));
    const before = letter.furniture as unknown as LetterFurniture;
    const after: LetterFurniture = { ...before, ...change };
    const changed = changedFields(before, after);
    if (changed === null) return before;
    await tx.letter.update({
      where: { id: letterId },
      data: { furniture: after as unknown as Prisma.InputJsonObject, updatedAt: ctx.clock() },
    });
    audit({ type: 'letter.furniture-changed', subject: { type: 'letter', id: letterId }, data: changed });
    return after;
  });
}
