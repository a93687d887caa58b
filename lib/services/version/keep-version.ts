import { AppError } from '@/lib/core/errors';
import { canNameVersion } from '@/lib/policies/version';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findLetter } from '../letter/find-letter';
import { takeSnapshot } from '../letter/take-snapshot';
import { type VersionName, writeVersionName } from './name-version';

/**
 * Keeps the letter as it stands under a name. Where its last version, taken for another reason, holds exactly this text, that one gets the name.
 * Throws CONFLICT where the last version holds it and has a name already.
 */
export async function keepVersion(
  ctx: ServiceContext,
  letterId: string,
  { name, note }: VersionName,
): Promise<{ readonly number: number }> {
  authorise(canNameVersion(ctx.actor));
  if (name.trim() === '') throw new AppError('INVALID_INPUT', 'Give the version a name.', { fields: { name: 'Give the version a name.' } });
  return transact(ctx, async (tx, audit) => {
    const { firmId } = ctx.actor;
    await findLetter(tx, firmId, letterId);
    const version = await takeSnapshot(ctx, tx, audit, { letterId, occasion: 'named', name, note });
    if (version.taken) return { number: version.number };
    const last = await tx.letterSnapshot.findUniqueOrThrow({ where: { id: version.id }, select: { name: true } });
    if (last.name !== '') {
      throw new AppError(
        'CONFLICT',
        `Version ${version.number}, “${last.name}”, already holds the letter exactly as it stands. Give that one another name instead.`,
      );
    }
    await writeVersionName(ctx, tx, audit, { letterId, number: version.number, after: { name, note } });
    return { number: version.number };
  });
}
