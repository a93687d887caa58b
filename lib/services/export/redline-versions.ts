import { contentHash } from '@/lib/core/hash';
import type { ServiceContext } from '../context/service-context';
import { readLetterContent } from '../letter/read-letter-content';
import { listVersions, type VersionSummary } from '../version/list-versions';

/** The versions, newest first, that say something else than the letter does now: a redline against any other would show nothing. */
export async function redlineVersions(ctx: ServiceContext, letterId: string): Promise<readonly VersionSummary[]> {
  const { versions } = await listVersions(ctx, letterId);
  const present = contentHash(await ctx.db.$transaction((tx) => readLetterContent(tx, ctx.actor.firmId, letterId)));
  return versions.filter((version) => version.contentHash !== present);
}
