import { canSeePrivileged } from '@/lib/policies/comment';
import { canReadLetter } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import type { LetterTopic } from './announcement';
import type { Announcements } from './announcements';

/** What a page that shows a letter is told: read this again. `null` topic: something may have been missed, read everything again. */
export interface LetterNews {
  readonly about: LetterTopic | 'inbox' | null;
  readonly sectionId: string | null;
}

/** Tells of every change around a letter, and of the member's inbox, until the function it gives is called. Throws NOT_FOUND for another firm's letter. */
export async function watchLetter(
  ctx: ServiceContext,
  announcements: Announcements,
  letterId: string,
  tell: (news: LetterNews) => void,
): Promise<() => void> {
  authorise(canReadLetter(ctx.actor));
  const { firmId, memberId } = ctx.actor;
  await findLetter(ctx.db, firmId, letterId);
  const privileged = canSeePrivileged(ctx.actor).allowed;
  return announcements.subscribe(
    (announcement) => {
      if (announcement.firmId !== firmId) return;
      if (announcement.topic === 'inbox' && announcement.memberId === memberId) tell({ about: 'inbox', sectionId: null });
      if (announcement.topic !== 'letter' || announcement.letterId !== letterId) return;
      if (!announcement.privileged || privileged) tell({ about: announcement.about, sectionId: announcement.sectionId });
    },
    () => tell({ about: null, sectionId: null }),
  );
}
