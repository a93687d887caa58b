import type { Prisma } from '@/lib/generated/prisma/client';

/**
 * The names of those who changed a section's text, title or coverage, or withdrew a figure in it, after an instant: from the log of its room,
 * which compaction empties, and from the audit log, in which it is then noted.
 */
export async function changeAuthors(
  tx: Prisma.TransactionClient,
  { firmId, sectionId, since, figureIds, runIds }: Since,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT m.name FROM "Member" m WHERE m."firmId" = ${firmId}::uuid AND m.id IN (
      SELECT u."memberId" FROM "SectionUpdate" u WHERE u."sectionId" = ${sectionId}::uuid AND u.at > ${since}::timestamptz
      UNION SELECT a."actorId" FROM "AuditEvent" a
        WHERE a."firmId" = ${firmId}::uuid AND a."subjectId" = ${sectionId}
          AND ((a.type = 'section.text-edited' AND (a.data ->> 'to')::timestamptz > ${since}::timestamptz)
            OR (a.type IN ('section.changed', 'section.figure-accepted') AND a.at > ${since}::timestamptz))
      UNION SELECT f."withdrawnById" FROM "Figure" f
        WHERE f."firmId" = ${firmId}::uuid AND f.id = ANY(${[...figureIds]}::uuid[]) AND f."withdrawnAt" > ${since}::timestamptz
      UNION SELECT r."withdrawnById" FROM "Run" r
        WHERE r."firmId" = ${firmId}::uuid AND r.id = ANY(${[...runIds]}::uuid[]) AND r."withdrawnAt" > ${since}::timestamptz
    ) ORDER BY m.name`;
  return rows.map(({ name }) => name);
}

interface Since {
  readonly firmId: string;
  readonly sectionId: string;
  readonly since: Date;
  readonly figureIds: readonly string[];
  readonly runIds: readonly string[];
}
