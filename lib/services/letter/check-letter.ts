import type { Prisma } from '@/lib/generated/prisma/client';
import { checkLetter as findings } from '@/lib/letter/checks/check-letter';
import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import type { LetterContent } from '@/lib/letter/letter-content';
import { canReadLetter } from '@/lib/policies/letter';
import { questionsOf } from '@/lib/request/questions-of';
import type { RequestDocument } from '@/lib/request/request-document';
import type { BuildKind } from '@/lib/word/letter-build';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { checkSeverities } from '../firm/check-settings';
import { removedProtectionFindings } from '../protection/removed-protection-findings';
import { findLetter } from './find-letter';
import { firmFigures } from './letter-figures';
import { openWorkOf } from './open-work';
import { readLetterContent } from './read-letter-content';

/** What is to be mended before the letter is filed as this file, as it stands now. */
export async function checkLetter(ctx: ServiceContext, letterId: string, build: BuildKind = 'clean'): Promise<readonly LetterFinding[]> {
  authorise(canReadLetter(ctx.actor));
  return ctx.db.$transaction(async (tx) => findingsOf(ctx, tx, letterId, await readLetterContent(tx, ctx.actor.firmId, letterId), build));
}

/** The findings of a content that a caller has read in its own transaction, as far as this member may know of them. */
export async function findingsOf(
  ctx: ServiceContext,
  tx: Prisma.TransactionClient,
  letterId: string,
  content: LetterContent,
  build: BuildKind,
): Promise<readonly LetterFinding[]> {
  const { firmId } = ctx.actor;
  const letter = await findLetter(tx, firmId, letterId);
  const version = await tx.requestVersion.findFirst({ where: { id: letter.requestVersionId, firmId }, select: { content: true } });
  const document = version?.content as unknown as RequestDocument | undefined;
  return findings({
    content,
    questions: document ? questionsOf(document) : [],
    figures: await firmFigures(tx, firmId),
    work: await openWorkOf(ctx, tx, letter),
    further: await removedProtectionFindings(tx, firmId, letterId, content),
    build,
    severities: await checkSeverities(tx, firmId),
  });
}
