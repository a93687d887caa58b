import { AppError } from '@/lib/core/errors';
import type { ServiceContext } from '../context/service-context';

/** What the actor signs in with. */
export async function ownSignIn(
  ctx: ServiceContext,
): Promise<{ readonly name: string; readonly email: string; readonly hasPassword: boolean }> {
  const { memberId, firmId } = ctx.actor;
  const member = await ctx.db.member.findFirst({ where: { id: memberId, firmId } });
  if (!member) throw new AppError('NOT_FOUND', 'There is no such member.');
  return { name: member.name, email: member.email, hasPassword: member.passwordHash !== null };
}
