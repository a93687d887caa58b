import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { announce } from '../live/announce';
import { notifyMember } from '../live/notify-member';
import { checkedReason } from './checked-reason';
import { keepReading } from './keep-reading';
import { type DecisionInput, openDecision } from './open-decision';
import { setSectionState } from './set-section-state';

/**
 * Refuses to sign a section, with the reason: it goes back to drafting, and its owner and legal hear of it. Signatures of others stand as long as
 * the text does. Throws as openDecision says, INVALID_INPUT without a reason.
 */
export async function refuseSection(
  ctx: ServiceContext,
  input: DecisionInput & { readonly reason: string },
): Promise<{ signOffId: string }> {
  const signOffId = ctx.ids();
  return transact(ctx, async (tx, audit) => {
    const { firmId, memberId, name } = ctx.actor;
    const { section, present } = await openDecision(ctx, tx, audit, input);
    const reason = checkedReason(input.reason);
    const { id: sectionId, letterId } = section;
    const { capacity } = input;
    const onBehalfOfId = input.onBehalfOf ?? null;
    await tx.signOff.create({
      data: {
        ...{ id: signOffId, firmId, letterId, sectionId, capacity, decision: 'refused', memberId, onBehalfOfId, reason },
        ...{ contentHash: present.hash, content: JSON.parse(JSON.stringify(present.content)), at: ctx.clock() },
      },
    });
    await keepReading(ctx, tx, sectionId, present);
    const legal = await tx.member.findMany({ where: { firmId, role: 'legal', suspendedAt: null }, select: { id: true } });
    const told = new Set([...(section.ownerId ? [section.ownerId] : []), ...legal.map(({ id }) => id)]);
    for (const each of told) {
      await notifyMember(ctx, tx, {
        ...{ memberId: each, kind: 'signature-refused', letterId, sectionId, subjectId: signOffId },
        sentence: `${name} refused to sign “${section.title}” for ${capacity}. The reason stands in the review.`,
      });
    }
    await announce(tx, { topic: 'letter', about: 'review', firmId, letterId, sectionId });
    audit({
      type: 'sign-off.refused',
      subject: { type: 'section', id: sectionId },
      data: { letterId, signOffId, capacity, contentHash: present.hash, onBehalfOfId, reason },
    });
    await setSectionState(ctx, tx, audit, section, { to: 'drafting', because: 'refused', reason });
    return { signOffId };
  });
}
