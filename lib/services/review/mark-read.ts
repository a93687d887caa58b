import { AppError } from '@/lib/core/errors';
import { canReadSection } from '@/lib/policies/section';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findSection } from '../section/find-section';
import { keepReading } from './keep-reading';
import { readSignedContents } from './read-signed-contents';

/** Notes that the member read a section as it is now. Throws CONFLICT where it is no longer what they were shown. It changes nothing for others and is not audited. */
export async function markRead(ctx: ServiceContext, input: { readonly sectionId: string; readonly contentHash: string }): Promise<void> {
  const { firmId } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    const section = await findSection(tx, firmId, input.sectionId);
    authorise(canReadSection(ctx.actor, section));
    const present = (await readSignedContents(tx, firmId, [section])).get(section.id);
    if (present?.hash !== input.contentHash)
      throw new AppError('CONFLICT', 'This section changed while you read it. Look at what changed once more.');
    await keepReading(ctx, tx, section.id, present);
  });
}
