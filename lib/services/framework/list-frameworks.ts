import type { Framework } from '@/lib/margin/frameworks/framework';
import { canReadFramework } from '@/lib/policies/framework';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { firmFrameworks } from './firm-frameworks';

/** The built-in frameworks and the firm's own. */
export async function listFrameworks(ctx: ServiceContext): Promise<readonly Framework[]> {
  authorise(canReadFramework(ctx.actor));
  return firmFrameworks(ctx.db, ctx.actor.firmId);
}
