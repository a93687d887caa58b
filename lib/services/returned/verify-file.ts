import { sha256Hex } from '@/lib/core/hash';
import { boundFigures } from '@/lib/letter/figures/collect-figures';
import type { FigureValue } from '@/lib/letter/figures/figure';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ReturnedDocument } from '@/lib/letter/returned/returned-document';
import type { Verification } from '@/lib/letter/returned/verify-returned';
import { REDLINE_AUTHOR } from '@/lib/letter/tracked/redline-author';
import { canVerifyFile } from '@/lib/policies/returned';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findSnapshot, isMarked } from './find-snapshot';
import type { VerifyInThread } from './return-thread';
import type { FoundBy } from './stored-return';

/** Whether a file is one of the firm's letters, which version, and what of it was changed. */
export type FileVerification =
  | { readonly isOurs: false; readonly reason: string }
  | ({
      readonly isOurs: true;
      readonly letterId: string;
      readonly letterTitle: string;
      readonly versionNumber: number;
      readonly foundBy: FoundBy;
      /** the file is, byte for byte, one that was exported here: as which build and when */
      readonly exported: { readonly build: string; readonly at: string } | null;
    } & Verification);

export interface FileVerifier {
  read(input: { readonly bytes: Uint8Array }): Promise<ReturnedDocument>;
  verify(input: VerifyInThread): Promise<Verification>;
}

/**
 * Says whether a Word file came from here: which letter and version, whether a figure or a word was changed. Nothing is kept of it. Throws
 * UNREADABLE_FILE or TOO_LARGE where it is no Word file that can be read, FORBIDDEN.
 */
export async function verifyFile(ctx: ServiceContext, bytes: Uint8Array, verifier: FileVerifier): Promise<FileVerification> {
  const { actor, db } = ctx;
  const { firmId } = actor;
  authorise(canVerifyFile(actor));
  const returned = await verifier.read({ bytes });
  const letters = await db.letter.findMany({
    where: { firmId },
    select: { id: true, title: true },
    orderBy: { updatedAt: 'desc' },
    take: 50,
  });
  const snapshot = await findSnapshot(db, firmId, returned, letters);
  if (!snapshot) {
    return {
      isOurs: false,
      reason: isMarked(returned)
        ? 'It was written from a letter that this firm does not have, or from a version that is damaged.'
        : 'It bears no mark of a letter of this firm, and its text is that of none of their versions.',
    };
  }
  const { letterId, letterTitle, number, content, foundBy } = snapshot;
  const exported = await db.export.findFirst({
    where: { firmId, letterId, sha256: sha256Hex(bytes) },
    select: { build: true, createdAt: true },
  });
  const verification = await verifier.verify({
    ...{ bytes, snapshot: content, published: await publishedNow(ctx, content) },
    ownAuthors: [REDLINE_AUTHOR],
  });
  return {
    ...{ isOurs: true, letterId, letterTitle, versionNumber: number, foundBy },
    exported: exported && { build: exported.build, at: exported.createdAt.toISOString() },
    ...verification,
  };
}

/** The figures of a version as they are published now; withdrawn ones are left out. */
async function publishedNow({ db, actor }: ServiceContext, content: LetterContent): Promise<LetterContent['figures']> {
  const bindings = boundFigures(content.sections);
  const rows = await db.figurePublication.findMany({
    where: { firmId: actor.firmId, OR: bindings.map(({ figureId, runId }) => ({ figureId, runId })) },
    include: { figure: { select: { withdrawnAt: true } } },
  });
  return Object.fromEntries(
    rows.flatMap(({ figureId, runId, value, figure }) => {
      const known = content.figures[`${figureId}@${runId}`];
      return known && !figure.withdrawnAt ? [[`${figureId}@${runId}`, { ...known, value: value as unknown as FigureValue }]] : [];
    }),
  );
}
