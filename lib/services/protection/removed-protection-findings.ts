import type { Prisma } from '@/lib/generated/prisma/client';
import type { LetterFinding } from '@/lib/letter/checks/letter-finding';
import { kindWords } from '@/lib/letter/compare/kind-words';
import type { LetterContent } from '@/lib/letter/letter-content';
import { removedProtections } from '@/lib/letter/protection/removed-protections';
import type { Role } from '@/lib/policies/actor';
import { canReleasePrivileged } from '@/lib/policies/protection';
import { roleOf } from '../context/actor-of-member';
import { isIntact } from '../version/read-version';

/**
 * What was held back in the last version that somebody kept on purpose (by name, for a signature, for an export) and stands open now, with
 * who has written in its section since. Without such a version, the first one counts. An error where privilege was taken off and not only legal
 * wrote there; else a warning. Which keystroke took a mark off is not kept apart: all writers of the section since then are named.
 */
export async function removedProtectionFindings(
  tx: Prisma.TransactionClient,
  firmId: string,
  letterId: string,
  content: LetterContent,
): Promise<readonly LetterFinding[]> {
  const version =
    (await tx.letterSnapshot.findFirst({
      where: { firmId, letterId, OR: [{ occasion: { not: 'automatic' } }, { name: { not: '' } }] },
      orderBy: { number: 'desc' },
    })) ?? (await tx.letterSnapshot.findFirst({ where: { firmId, letterId }, orderBy: { number: 'asc' } }));
  if (!version || !isIntact(version)) return [];
  const removed = removedProtections(version.content as unknown as LetterContent, content);
  if (removed.length === 0) return [];
  const writers = await writersSince(tx, firmId, [...new Set(removed.map(({ sectionId }) => sectionId))], version.createdAt);
  return removed.map(({ sectionId, nodeId, protection, what }) => {
    const section = content.sections.find(({ id }) => id === sectionId);
    const since = writers.filter((writer) => writer.sectionId === sectionId);
    const overstepped =
      protection === 'privileged' && !(since.length > 0 && since.every(({ role }) => canReleasePrivileged({ role }).allowed));
    const names = since.map(({ name, at }) => `${name} (${at.toISOString().slice(0, 16).replace('T', ' ')} UTC)`).join(', ');
    return {
      severity: overstepped ? 'error' : 'warning',
      code: 'protection-removed',
      message:
        `${what === 'words' ? 'Words' : `A ${kindWords({ type: what })}`} marked ${protection} in version ${version.number} ${what === 'words' ? 'stand' : 'stands'} open now. ` +
        `Written in since by ${names || 'nobody on record'}.`,
      place: { sectionId, nodeId, label: section?.title ?? '' },
    };
  });
}

interface Writer {
  readonly sectionId: string;
  readonly name: string;
  readonly role: Role;
  readonly at: Date;
}

async function writersSince(tx: Prisma.TransactionClient, firmId: string, sectionIds: readonly string[], since: Date): Promise<Writer[]> {
  const updates = await tx.sectionUpdate.groupBy({
    by: ['sectionId', 'memberId'],
    where: { firmId, sectionId: { in: [...sectionIds] }, at: { gt: since }, memberId: { not: null } },
    _max: { at: true },
  });
  const members = await tx.member.findMany({
    where: { firmId, id: { in: updates.flatMap(({ memberId }) => (memberId ? [memberId] : [])) } },
    select: { id: true, name: true, role: true },
  });
  return updates.flatMap(({ sectionId, memberId, _max }) => {
    const member = members.find(({ id }) => id === memberId);
    return member && _max.at ? [{ sectionId, name: member.name, role: roleOf(member.role), at: _max.at }] : [];
  });
}
