import type { Prisma } from '@/lib/generated/prisma/client';
import type { FrameworkReport } from '@/lib/margin/report/run-report';

/** Of a run's report what lists show. */
export interface RunHead {
  readonly currency: string;
  readonly frameworks: readonly Pick<FrameworkReport, 'framework' | 'name' | 'total' | 'complete'>[];
}

/** The heads of the runs' reports by run, taken out in the database: whole reports are large, and a list would read all of them. Runs without a result have none. */
export async function runHeads(
  db: Prisma.TransactionClient,
  firmId: string,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, RunHead>> {
  if (runIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; head: RunHead }[]>`
    SELECT r."id", jsonb_build_object('currency', r."report"->'currency', 'frameworks', COALESCE((
      SELECT jsonb_agg(jsonb_build_object('framework', f->'framework', 'name', f->'name', 'total', f->'total', 'complete', f->'complete') ORDER BY n)
      FROM jsonb_array_elements(r."report"->'frameworks') WITH ORDINALITY AS e(f, n)), '[]'::jsonb)) AS head
    FROM "Run" r
    WHERE r."firmId" = ${firmId}::uuid AND r."id" = ANY(${[...runIds]}::uuid[]) AND r."report" IS NOT NULL AND r."report" <> 'null'::jsonb`;
  return new Map(rows.map(({ id, head }) => [id, head]));
}
