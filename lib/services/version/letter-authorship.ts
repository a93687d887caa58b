import type { AuthoredNode } from '@/lib/letter/authorship/authored-body';
import type { ResolvedFigure } from '@/lib/letter/figures/figure';
import { canReadLetter } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import { readLetterContent } from '../letter/read-letter-content';
import { authoredBodies } from './section-authorship';

export interface LetterAuthorship {
  readonly title: string;
  readonly sections: readonly { readonly id: string; readonly title: string; readonly body: AuthoredNode }[];
  readonly figures: Readonly<Record<string, ResolvedFigure>>;
  /** Every member of the firm by id. */
  readonly names: Readonly<Record<string, string>>;
  /** Whose is what the sections were made with: the letter's maker; null where that member is gone. */
  readonly firstDraftBy: string | null;
}

/** The whole letter as it stands, every stretch with its author. Throws NOT_FOUND for another firm's letter. */
export async function letterAuthorship(ctx: ServiceContext, letterId: string): Promise<LetterAuthorship> {
  authorise(canReadLetter(ctx.actor));
  const { firmId } = ctx.actor;
  return ctx.db.$transaction(
    async (tx) => {
      const letter = await findLetter(tx, firmId, letterId);
      const { sections, figures } = await readLetterContent(tx, firmId, letterId);
      const bodies = await authoredBodies(
        tx,
        firmId,
        sections.map(({ id }) => id),
      );
      const members = await tx.member.findMany({ where: { firmId }, select: { id: true, name: true } });
      const names = Object.fromEntries(members.map(({ id, name }) => [id, name]));
      return {
        title: letter.title,
        sections: sections.map(({ id, title, body }) => ({ id, title, body: bodies.get(id) ?? body })),
        figures,
        names,
        firstDraftBy: names[letter.createdById] ?? null,
      };
    },
    { isolationLevel: 'RepeatableRead' },
  );
}
