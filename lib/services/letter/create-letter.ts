import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { LetterFurniture } from '@/lib/letter/letter-content';
import { draftFurniture } from '@/lib/letter/outline/draft-furniture';
import { draftOutline } from '@/lib/letter/outline/draft-outline';
import type { SectionDraft } from '@/lib/letter/outline/section-draft';
import { canCreateLetter } from '@/lib/policies/letter';
import { addresseesOf } from '@/lib/request/catalogue/addressees-of';
import { identifiersOf } from '@/lib/request/identifiers-of';
import { questionsOf } from '@/lib/request/questions-of';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { firmSettingsOf } from '../firm/firm-settings';
import { getRequestVersion } from '../request/get-request-version';
import { insertSection } from '../section/insert-section';

interface CreateLetter {
  readonly requestVersionId: string;
  /** What the firm calls the letter; named after the request where it is empty. */
  readonly title: string;
  /** Furniture that is known already, in place of the drafted parts. */
  readonly furniture?: Partial<LetterFurniture>;
  /** Sections with their first text, in place of the drafted ones. */
  readonly outline?: (drafted: readonly SectionDraft[]) => readonly SectionDraft[];
}

/** Starts a letter that answers one version of a request: furniture, outline, and a room for every section. Gives the letter's id. */
export async function createLetter(ctx: ServiceContext, input: CreateLetter): Promise<{ letterId: string }> {
  authorise(canCreateLetter(ctx.actor));
  const { firmId } = ctx.actor;
  const version = await getRequestVersion(ctx, input.requestVersionId);
  const { document } = version;
  const firm = await ctx.db.firm.findUnique({ where: { id: firmId } });
  if (!firm) throw new AppError('NOT_FOUND', 'There is no such firm.');
  const settings = firmSettingsOf(firm.settings);
  const furniture: LetterFurniture = {
    ...draftFurniture({
      firmName: firm.name,
      letterheadLines: settings.letterheadLines,
      signatories: settings.defaultSignatories.map((signatory) => ({ ...signatory, entity: firm.name })),
      requestTitle: document.title,
      citation: document.citation,
      identifiers: identifiersOf(document),
      addressees: addresseesOf(document.agencies),
    }),
    ...input.furniture,
  };
  const drafted = draftOutline(questionsOf(document), ctx.ids);
  const outline = input.outline?.(drafted) ?? drafted;
  const letterId = ctx.ids();
  const at = ctx.clock();
  const title = input.title.trim() || `Letter on ${document.title}`;
  await transact(
    ctx,
    async (tx, audit) => {
      await tx.letter.create({
        data: {
          ...{ id: letterId, firmId, title, requestId: version.requestId, requestVersionId: version.id },
          furniture: furniture as unknown as Prisma.InputJsonObject,
          createdById: ctx.actor.memberId,
          createdAt: at,
          updatedAt: at,
        },
      });
      for (const [ordinal, draft] of outline.entries()) {
        await insertSection(tx, { firmId, letterId, sectionId: ctx.ids(), ordinal, at }, draft);
      }
      audit({
        type: 'letter.created',
        subject: { type: 'letter', id: letterId },
        data: { title, requestVersionId: version.id, sections: outline.length },
      });
    },
    { timeoutMs: 60_000 },
  );
  return { letterId };
}
