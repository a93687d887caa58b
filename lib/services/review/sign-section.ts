import { isComplete, standingsOf } from '@/lib/review/sign-off-standing';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { announce } from '../live/announce';
import { askSigners } from './ask-signers';
import { keepReading } from './keep-reading';
import { type DecisionInput, openDecision } from './open-decision';
import { setSectionState } from './set-section-state';

interface SignedSection {
  readonly signOffId: string;
  /** every required signature stands now: the text is read-only */
  readonly complete: boolean;
}

/**
 * Signs a section as it was shown. The text is read under the section's row lock, so that an edit comes either before the signature, which is
 * then refused, or after it. With the last required signature the section is signed. Throws as openDecision says.
 */
export async function signSection(ctx: ServiceContext, input: DecisionInput): Promise<SignedSection> {
  const signOffId = ctx.ids();
  return transact(ctx, async (tx, audit) => {
    const { firmId, memberId } = ctx.actor;
    const { section, present, plan } = await openDecision(ctx, tx, audit, input);
    const { id: sectionId, letterId } = section;
    const onBehalfOfId = input.onBehalfOf ?? null;
    const { capacity } = input;
    await tx.signOff.create({
      data: {
        ...{ id: signOffId, firmId, letterId, sectionId, capacity, decision: 'signed', memberId, onBehalfOfId },
        ...{ contentHash: present.hash, content: JSON.parse(JSON.stringify(present.content)), at: ctx.clock() },
      },
    });
    await keepReading(ctx, tx, sectionId, present);
    audit({
      type: 'sign-off.signed',
      subject: { type: 'section', id: sectionId },
      data: { letterId, signOffId, capacity, contentHash: present.hash, onBehalfOfId },
    });
    const decisions = await tx.signOff.findMany({ where: { firmId, sectionId }, orderBy: { at: 'asc' } });
    const standings = standingsOf(plan, decisions, present.hash);
    const complete = isComplete(standings);
    await announce(tx, { topic: 'letter', about: 'review', firmId, letterId, sectionId });
    if (complete) await setSectionState(ctx, tx, audit, section, { to: 'signed', because: 'signed' });
    else if (plan.ordered) await askSigners(ctx, tx, section, plan, standings);
    return { signOffId, complete };
  });
}
