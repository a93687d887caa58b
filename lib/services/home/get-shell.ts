import type { Role } from '@/lib/policies/actor';
import type { ServiceContext } from '../context/service-context';

export interface Shell {
  firm: string;
  member: string;
  role: Role;
}

/** What the frame of every page names: the firm, the member, the member's role. */
export async function getShell(ctx: ServiceContext): Promise<Shell> {
  const firm = await ctx.db.firm.findUnique({ where: { id: ctx.actor.firmId }, select: { name: true } });
  return { firm: firm?.name ?? '', member: ctx.actor.name, role: ctx.actor.role };
}
