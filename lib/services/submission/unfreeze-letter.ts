import { canUnfreezeLetter } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockLetter } from '../letter/lock-letter';
import { checkedReason } from '../review/checked-reason';
import { setFrozen } from './freeze-letter';

/** Opens a letter that was filed for changes again, for a reason that stays on record; what was filed stays a version. */
export async function unfreezeLetter(ctx: ServiceContext, letterId: string, reason: string): Promise<void> {
  await transact(ctx, async (tx, audit) => {
    const { firmId } = ctx.actor;
    const letter = await lockLetter(tx, firmId, letterId);
    authorise(canUnfreezeLetter(ctx.actor, { frozen: letter.frozenAt !== null }));
    const why = checkedReason(reason);
    await setFrozen(ctx, tx, letterId, false);
    audit({ type: 'letter.unfrozen', subject: { type: 'letter', id: letterId }, data: { reason: why } });
  });
}
