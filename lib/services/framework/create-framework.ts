import { AppError } from '@/lib/core/errors';
import { contentHash } from '@/lib/core/hash';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { canEditFramework } from '@/lib/policies/framework';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { checkedFramework } from './checked-framework';
import { firmFrameworks } from './firm-frameworks';

/** A copy of a framework that is there, or one from a file. */
export type NewFramework = { readonly copyOf: string } | { readonly framework: unknown };

/**
 * Makes a framework of the firm: a copy of another under a key of its own, or one that was written or exported elsewhere. A file's id that is taken gets
 * a number behind it. Throws INVALID_INPUT with a sentence for each problem, NOT_FOUND for a framework that is not there.
 */
export async function createFramework(ctx: ServiceContext, input: NewFramework): Promise<{ key: string }> {
  authorise(canEditFramework(ctx.actor));
  const { firmId, memberId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const present = await firmFrameworks(tx, firmId);
    const { given, basedOn } = describe(input, present);
    const key = freeKey(idOf(given) ?? 'framework', new Set(present.map(({ id }) => id)));
    const framework = checkedFramework(typeof given === 'object' && given !== null && idOf(given) !== null ? { ...given, id: key } : given);
    const hash = contentHash(framework);
    const now = ctx.clock();
    const id = ctx.ids();
    await tx.firmFramework.create({
      data: {
        ...{ id, firmId, key, name: framework.name, contentHash: hash, basedOn },
        content: JSON.parse(JSON.stringify(framework)) as Prisma.InputJsonValue,
        ...{ createdById: memberId, createdAt: now, updatedById: memberId, updatedAt: now },
      },
    });
    audit({
      type: 'framework.created',
      subject: { type: 'framework', id },
      data: { key, name: framework.name, contentHash: hash, basedOn },
    });
    return { key };
  });
}

function describe(input: NewFramework, present: readonly Framework[]): { given: unknown; basedOn: string | null } {
  if (!('copyOf' in input)) return { given: input.framework, basedOn: null };
  const source = present.find(({ id }) => id === input.copyOf);
  if (source === undefined) throw new AppError('NOT_FOUND', 'There is no such framework to copy.');
  return { given: { ...source, name: `${source.name}, copy`.slice(0, 200), builtIn: false }, basedOn: source.id };
}

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id : null;
}

/** The wished key where nobody has it, else the same with the first free number behind it. */
function freeKey(wished: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wished)) return wished;
  const stem = wished.replace(/-\d+$/, '').slice(0, 56);
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}
