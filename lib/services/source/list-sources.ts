import type { Source } from '@/lib/letter/citations/source';
import { canReadSources } from '@/lib/policies/source';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { firmSources, sourceOf } from './firm-sources';

/** The firm's library of sources, those changed last first. */
export async function listSources(ctx: ServiceContext): Promise<Source[]> {
  authorise(canReadSources(ctx.actor));
  return (await firmSources(ctx.db, ctx.actor.firmId)).map(sourceOf);
}
