import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { refreshAnchors } from '../comment/refresh-anchors';
import { settleSignOffs } from '../review/settle-sign-offs';
import { reconcileSuggestions } from '../suggestion/reconcile-suggestions';

interface Keeper {
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly ids: IdSource;
}

interface SettledText {
  readonly kind: 'section' | 'fork';
  readonly firmId: string;
  readonly sectionId: string;
}

/**
 * What follows from a text that came to rest: suggestions are found anew, and where the section itself changed, signatures that bound other
 * content fall and comments find their places. Doing it twice does no harm; one part that fails does not keep the others from being done.
 */
export async function settleText(keeper: Keeper, { kind, firmId, sectionId }: SettledText): Promise<void> {
  const parts: Promise<unknown>[] = [reconcileSuggestions(keeper, { firmId, sectionId })];
  if (kind === 'section') parts.push(settleSignOffs(keeper, { firmId, sectionId }), refreshAnchors(keeper, sectionId));
  const done = await Promise.allSettled(parts);
  const failed = done.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}
