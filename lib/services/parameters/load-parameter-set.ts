import { AppError } from '@/lib/core/errors';
import { contentHash } from '@/lib/core/hash';
import type { Prisma } from '@/lib/generated/prisma/client';
import { canLoadParameters } from '@/lib/policies/parameters';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { inOnePiece } from '../file/in-one-piece';
import { storeFile } from '../file/store-file';
import type { ParameterKind } from './parameter-kind';
import { readParameterFile } from './read-parameter-file';

/** The largest parameter file; a pack has a few thousand figures. */
export const MAX_PARAMETER_BYTES = 8 * 1024 * 1024;

interface LoadInput {
  readonly kind: ParameterKind;
  readonly fileName: string;
  /** Empty for the name that the file gives itself. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Loads a parameter set from its file. It is checked whole: throws UNREADABLE_FILE with `details.problems`, a sentence for each figure that is missing or
 * cannot stand, and then nothing is kept. A SIMM pack cannot be used before the licence is confirmed. Throws CONFLICT for a set that is loaded already.
 */
export async function loadParameterSet(ctx: ServiceContext, input: LoadInput): Promise<{ id: string; size: string }> {
  authorise(canLoadParameters(ctx.actor));
  const { firmId, memberId } = ctx.actor;
  const read = readParameterFile(input.kind, input.bytes);
  if (!read.ok) {
    const count = read.failures.length;
    throw new AppError(
      'UNREADABLE_FILE',
      `The file was not loaded: ${count.toLocaleString('en-US')} ${count === 1 ? 'thing is' : 'things are'} wrong with it.`,
      { problems: read.failures },
    );
  }
  const { content, version, effective, size } = read.value;
  const name = (input.name.trim() || read.value.name).slice(0, 120);
  const hash = contentHash(content);
  const known = await ctx.db.parameterSet.findFirst({
    where: { firmId, contentHash: hash, kind: input.kind, withdrawnAt: null },
    select: { name: true },
  });
  if (known) throw new AppError('CONFLICT', `These figures are loaded already, as “${known.name}”.`);
  const file = await storeFile(ctx, {
    name: input.fileName,
    mediaType: 'application/octet-stream',
    source: inOnePiece(input.bytes),
    maxBytes: MAX_PARAMETER_BYTES,
  });
  return transact(ctx, async (tx, audit) => {
    const id = ctx.ids();
    await tx.parameterSet.create({
      data: {
        ...{ id, firmId, kind: input.kind, name, version, contentHash: hash },
        effective: effective === null ? null : new Date(`${effective}T00:00:00.000Z`),
        content: content as Prisma.InputJsonValue,
        ...{ fileId: file.id, fileName: file.name, createdById: memberId, createdAt: ctx.clock() },
      },
    });
    audit({
      type: 'parameters.loaded',
      subject: { type: 'parameters', id },
      data: { kind: input.kind, name, version, contentHash: hash, fileSha256: file.sha256 },
    });
    return { id, size };
  });
}
