import { AppError } from '@/lib/core/errors';
import { contentHash } from '@/lib/core/hash';
import { canCorrectOutline } from '@/lib/policies/request';
import { compareVersions } from '@/lib/request/compare/compare-versions';
import { editOutlineAll } from '@/lib/request/edit/edit-outline';
import type { OutlineEdit } from '@/lib/request/edit/outline-edit';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { requestVersionContent } from './request-version-content';
import { writeVersion } from './write-version';

interface CorrectOutline {
  readonly requestId: string;
  /** The version that the corrections were made on: it has to be the latest. */
  readonly fromVersionId: string;
  readonly edits: readonly OutlineEdit[];
  readonly note: string;
}

/**
 * Corrections by hand as a new version; the version they were made on stays as it is. Throws CONFLICT where a newer version
 * exists, INVALID_INPUT where an edit is not possible or nothing differs.
 */
export async function correctOutline(ctx: ServiceContext, input: CorrectOutline): Promise<{ versionId: string; number: number }> {
  authorise(canCorrectOutline(ctx.actor));
  const { firmId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const latest = await tx.requestVersion.findFirst({ where: { requestId: input.requestId, firmId }, orderBy: { number: 'desc' } });
    if (!latest) throw new AppError('NOT_FOUND', 'There is no such request.');
    if (latest.id !== input.fromVersionId) {
      throw new AppError('CONFLICT', `Version ${latest.number} was added meanwhile. Look at it, then make your corrections on it.`, {
        latestVersionId: latest.id,
      });
    }
    const before = requestVersionContent(latest);
    const edited = editOutlineAll(before, input.edits);
    if (!edited.ok) throw new AppError('INVALID_INPUT', edited.failures[0] ?? 'This correction is not possible.');
    const hash = contentHash(edited.value);
    if (hash === latest.contentHash) throw new AppError('INVALID_INPUT', 'Nothing was changed, so there is no new version.');
    const written = await writeVersion(tx, ctx, {
      requestId: input.requestId,
      origin: 'outline',
      document: edited.value,
      hash,
      fileId: latest.fileId,
      note: input.note,
    });
    audit({
      type: 'request.outline-corrected',
      subject: { type: 'request', id: input.requestId },
      data: {
        versionId: written.versionId,
        number: written.number,
        fromVersionId: latest.id,
        contentHash: hash,
        note: input.note,
        changes: compareVersions(before, edited.value).counts,
      },
    });
    return written;
  });
}
