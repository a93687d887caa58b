import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { MemberFacts } from '@/lib/policies/member';
import { roleOf } from '../context/actor-of-member';

/**
 * Reads a member of the firm for a change, together with how many active administrators there are, and keeps both as they
 * are until the transaction ends: two administrators cannot remove each other at the same moment. NOT_FOUND otherwise.
 */
export async function lockMember(
  tx: Prisma.TransactionClient,
  input: { readonly firmId: string; readonly memberId: string },
): Promise<{ readonly member: MemberFacts & { readonly name: string }; readonly administrators: number }> {
  const rows = await tx.$queryRaw<{ id: string; name: string; role: string; suspendedAt: Date | null }[]>`
    SELECT "id", "name", "role", "suspendedAt" FROM "Member"
    WHERE "firmId" = ${input.firmId}::uuid AND ("id" = ${input.memberId}::uuid OR "role" = 'administrator')
    ORDER BY "id" FOR NO KEY UPDATE`;
  const row = rows.find(({ id }) => id === input.memberId);
  if (!row) throw new AppError('NOT_FOUND', 'There is no such member.');
  return {
    member: { id: row.id, name: row.name, role: roleOf(row.role), suspended: row.suspendedAt !== null },
    administrators: rows.filter(({ role, suspendedAt }) => role === 'administrator' && suspendedAt === null).length,
  };
}
