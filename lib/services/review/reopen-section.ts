import { canReopenSection } from '@/lib/policies/review';
import { type SectionState, sectionStateOf } from '@/lib/review/section-state';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { checkedReason } from './checked-reason';
import { heldSection, holdLetterOf } from './lock-review';
import { setSectionState } from './set-section-state';

interface ReopenSection {
  readonly sectionId: string;
  readonly to: Exclude<SectionState, 'signed'>;
  readonly reason: string;
}

/** Opens a signed section for changes again. Its signatures stand until something in it changes. */
export async function reopenSection(ctx: ServiceContext, { sectionId, to, reason }: ReopenSection): Promise<void> {
  await transact(ctx, async (tx, audit) => {
    await holdLetterOf(tx, ctx.actor.firmId, sectionId);
    const section = await heldSection(tx, ctx.actor.firmId, sectionId);
    authorise(canReopenSection(ctx.actor, { firmId: section.firmId, state: sectionStateOf(section.state), frozen: section.frozen }));
    const why = checkedReason(reason);
    await setSectionState(ctx, tx, audit, section, { to, because: 'reopened', reason: why });
  });
}
