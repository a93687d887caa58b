import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { canNameVersion } from '@/lib/policies/version';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { type Audit, transact } from '../context/transact';
import { announce } from '../live/announce';

export interface VersionName {
  readonly name: string;
  readonly note: string;
}

/** Gives a version another name and note; what it holds never changes. An empty name takes the name away. Throws NOT_FOUND for no such version. */
export async function nameVersion(ctx: ServiceContext, letterId: string, number: number, after: VersionName): Promise<void> {
  authorise(canNameVersion(ctx.actor));
  await transact(ctx, (tx, audit) => writeVersionName(ctx, tx, audit, { letterId, number, after }));
}

/** The same in a caller's transaction, for whoever already asked for the right. */
export async function writeVersionName(
  { actor: { firmId } }: Pick<ServiceContext, 'actor'>,
  tx: Prisma.TransactionClient,
  audit: Audit,
  { letterId, number, after }: { readonly letterId: string; readonly number: number; readonly after: VersionName },
): Promise<void> {
  const row = await tx.letterSnapshot.findFirst({ where: { firmId, letterId, number }, select: { id: true, name: true, note: true } });
  if (!row) throw new AppError('NOT_FOUND', `This letter has no version ${number}.`);
  const { id, ...before } = row;
  if (before.name === after.name && before.note === after.note) return;
  await tx.letterSnapshot.update({ where: { id }, data: { name: after.name, note: after.note }, select: { id: true } });
  audit({ type: 'letter.version-named', subject: { type: 'letter', id: letterId }, data: { number, before, after } });
  await announce(tx, { topic: 'letter', about: 'versions', firmId, letterId, sectionId: null });
}
