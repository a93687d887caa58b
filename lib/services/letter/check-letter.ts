import type { Prisma } from '@/lib/generated/prisma/client';
import { checkLetter as findings } from '@/lib/letter/checks/check-letter';
import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import type { LetterContent } from '@/lib/letter/letter-content';
import { canReadLetter } from '@/lib/policies/letter';
import { questionsOf } from '@/lib/request/questions-of';
import type { RequestDocument } from '@/lib/request/request-document';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from './find-letter';
import { firmFigures } from './letter-figures';
import { readLetterContent } from './read-letter-content';

/** What is to be mended before the letter is filed, as it stands now. */
export async function checkLetter(ctx: ServiceContext, letterId: string): Promise<readonly LetterFinding[]> {
  authorise(canReadLetter(ctx.actor));
  return ctx.db.$transaction(async (tx) =>
    findingsOf(tx, ctx.actor.firmId, letterId, await readLetterContent(tx, ctx.actor.firmId, letterId)),
  );
}

/** The findings of a content that a caller has read in its own transaction. */
export async function findingsOf(
  tx: Prisma.TransactionClient,
  firmId: string,
  letterId: string,
  content: LetterContent,
): Promise<readonly LetterFinding[]> {
  const letter = await findLetter(tx, firmId, letterId);
  const version = await tx.requestVersion.findFirst({ where: { id: letter.requestVersionId, firmId }, select: { content: true } });
  const document = version?.content as unknown as RequestDocument | undefined;
  return findings({ content, questions: document ? questionsOf(document) : [], figures: await firmFigures(tx, firmId) });
}
