import { limitRate } from '@/lib/http/rate-limit';
import type { ServiceContext } from '@/lib/services/context/service-context';

/** More comments than a person writes: 120 in ten minutes, new and changed ones together. */
export function limitComments(ctx: ServiceContext): Promise<void> {
  return limitRate(ctx.db, { key: `comment:${ctx.actor.memberId}`, limit: 120, windowSeconds: 600 }, ctx.clock());
}
