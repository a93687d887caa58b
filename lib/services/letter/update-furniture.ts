import type { Prisma } from '@/lib/generated/prisma/client';
import type { LetterFurniture } from '@/lib/letter/letter-content';
import { canEditFurniture } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findLetter } from './find-letter';

/** Changes the letterhead, addressees, Re: lines or signature block; the parts not given stay. Lines left empty at the end are dropped. */
export async function updateFurniture(ctx: ServiceContext, letterId: string, change: Partial<LetterFurniture>): Promise<LetterFurniture> {
  return transact(ctx, async (tx, audit) => {
    await tx.$queryRaw`SELECT 1 FROM "Letter" WHERE id = ${letterId}::uuid FOR UPDATE`;
    const letter = await findLetter(tx, ctx.actor.firmId, letterId);
    authorise(canEditFurniture(ctx.actor, { frozen: letter.frozenAt !== null }));
    const before = letter.furniture as unknown as LetterFurniture;
    const after: LetterFurniture = { ...before, ...change };
    const changed = (Object.keys(after) as (keyof LetterFurniture)[]).filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    );
    if (changed.length === 0) return before;
    await tx.letter.update({
      where: { id: letterId },
      data: { furniture: after as unknown as Prisma.InputJsonObject, updatedAt: ctx.clock() },
    });
    audit({
      type: 'letter.furniture-changed',
      subject: { type: 'letter', id: letterId },
      data: { before: pick(before, changed), after: pick(after, changed) },
    });
    return after;
  });
}

function pick(furniture: LetterFurniture, keys: readonly (keyof LetterFurniture)[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, furniture[key]]));
}
