import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { contentHash } from '@/lib/core/hash';
import type { Letter, Prisma, Submission } from '@/lib/generated/prisma/client';
import { canRecordSubmission } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockLetter } from '../letter/lock-letter';
import { readLetterContent } from '../letter/read-letter-content';
import { takeSnapshot } from '../letter/take-snapshot';
import { lockSection } from '../room/lock-section';
import { setFrozen } from './freeze-letter';

export const submissionInput = z.object({
  agency: z.enum(['CFTC', 'SEC']),
  /** how it was sent, e.g. "comments.cftc.gov" */
  channel: z.string().trim().min(1, 'Say how it was sent.').max(200),
  /** ISO instant at which it was sent */
  submittedAt: z.iso.datetime({ offset: true }),
  receipt: z.string().trim().max(500).default(''),
  note: z.string().trim().max(2_000).default(''),
  /** the file or package that was sent, where it was made here */
  exportId: z.uuid().nullable().default(null),
});

/** Clocks of people run ahead of the server's by minutes, not by more. */
const AHEAD_MS = 10 * 60_000;

/**
 * Puts on record that the letter was sent to an agency. With the first record it is frozen, under the locks of its sections. Throws CONFLICT where
 * the letter no longer stands as in the file that was sent, or the submission is on record already, INVALID_INPUT for a time to come or a file
 * that is addressed to the other agency, NOT_FOUND for another firm's letter or file.
 */
export async function recordSubmission(
  ctx: ServiceContext,
  letterId: string,
  input: z.output<typeof submissionInput>,
): Promise<{ submissionId: string }> {
  authorise(canRecordSubmission(ctx.actor));
  const { firmId, memberId } = ctx.actor;
  const submittedAt = new Date(input.submittedAt);
  return transact(
    ctx,
    async (tx, audit) => {
      const letter = await lockLetter(tx, firmId, letterId);
      checkTime(ctx, submittedAt);
      await refuseTwice(tx, { firmId, letterId, agency: input.agency, channel: input.channel, submittedAt });
      const sections = await tx.section.findMany({ where: { firmId, letterId }, select: { id: true }, orderBy: { id: 'asc' } });
      for (const { id } of sections) await lockSection(tx, firmId, id);
      const snapshot =
        input.exportId === null
          ? await takeSnapshot(ctx, tx, audit, { letterId, occasion: 'named', name: `Filed with the ${input.agency}` })
          : await sentVersion(tx, letter, input.agency, input.exportId);
      const submissionId = ctx.ids();
      const { agency, channel, receipt, note, exportId } = input;
      await tx.submission.create({
        data: {
          ...{ id: submissionId, firmId, letterId, snapshotId: snapshot.id, exportId, agency, channel, submittedAt, receipt, note },
          createdById: memberId,
          createdAt: ctx.clock(),
        },
      });
      const subject = { type: 'letter', id: letterId } as const;
      audit({
        type: 'letter.submitted',
        subject,
        data: {
          ...{ submissionId, agency, channel, submittedAt: submittedAt.toISOString(), receipt, note, exportId },
          snapshotNumber: snapshot.number,
        },
      });
      if (letter.frozenAt === null) {
        await setFrozen(ctx, tx, letterId, true);
        audit({ type: 'letter.frozen', subject, data: { snapshotNumber: snapshot.number } });
      }
      return { submissionId };
    },
    { timeoutMs: 60_000 },
  );
}

function checkTime({ clock }: ServiceContext, submittedAt: Date): void {
  if (submittedAt.getTime() <= clock().getTime() + AHEAD_MS) return;
  const fault = 'This time is still to come. Record a submission once it was sent.';
  throw new AppError('INVALID_INPUT', fault, { fields: { submittedAt: fault } });
}

/** One sending is one record, however often its button was pressed; the letter's row is held, so that two at once are seen. */
async function refuseTwice(
  tx: Prisma.TransactionClient,
  same: Pick<Submission, 'firmId' | 'letterId' | 'agency' | 'channel' | 'submittedAt'>,
): Promise<void> {
  if (!(await tx.submission.findFirst({ where: same, select: { id: true } }))) return;
  throw new AppError('CONFLICT', `A submission to the ${same.agency} at this time, sent in this way, is on record already.`);
}

/**
 * The version of the file that was sent. The letter must still stand so, because what is frozen is what was filed. Of a frozen letter a version
 * that was filed before is taken as it is: what it cites from the library may read otherwise by now.
 */
async function sentVersion(
  tx: Prisma.TransactionClient,
  { firmId, id: letterId, frozenAt }: Letter,
  agency: string,
  exportId: string,
): Promise<{ readonly id: string; readonly number: number }> {
  const sent = await tx.export.findFirst({ where: { id: exportId, firmId, letterId }, select: { snapshotId: true, agency: true } });
  if (!sent) throw new AppError('NOT_FOUND', 'This letter has no such file.');
  if (sent.agency !== null && sent.agency !== agency) {
    const fault = `This file is addressed to the ${sent.agency}.`;
    throw new AppError('INVALID_INPUT', fault, { fields: { exportId: fault } });
  }
  const version = await tx.letterSnapshot.findFirst({
    where: { id: sent.snapshotId, firmId, letterId },
    select: { id: true, number: true, contentHash: true },
  });
  if (!version) throw new AppError('NOT_FOUND', 'The version of this file is not kept any more.');
  const filed = { firmId, letterId, snapshotId: version.id };
  if (frozenAt !== null && (await tx.submission.findFirst({ where: filed, select: { id: true } }))) return version;
  if (contentHash(await readLetterContent(tx, firmId, letterId)) !== version.contentHash) {
    throw new AppError(
      'CONFLICT',
      `The letter has changed since this file was made of version ${version.number}. Bring that version back, or record the file that was made of the letter as it stands.`,
      { version: version.number },
    );
  }
  return version;
}
