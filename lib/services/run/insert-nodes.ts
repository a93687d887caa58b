import type { Prisma } from '@/lib/generated/prisma/client';
import type { FlatNode } from '@/lib/margin/impact/flatten-tree';

/** A node of one framework's tree, as it is kept. */
export type RunNodeRow = FlatNode & { readonly framework: string };

/** Writes nodes of a run's trees, some thousand at a time: one statement takes them all as JSON. */
export async function insertNodes(tx: Prisma.TransactionClient, runId: string, rows: readonly RunNodeRow[]): Promise<void> {
  const json = JSON.stringify(rows);
  await tx.$executeRaw`
    INSERT INTO "RunNode" ("runId", "framework", "path", "parentPath", "ordinal", "label", "level", "amount", "childCount", "detail")
    SELECT ${runId}::uuid, r."framework", r."path", r."parentPath", r."ordinal", r."label", r."level", r."amount", r."childCount", r."detail"
    FROM jsonb_to_recordset(${json}::jsonb) AS r(
      "framework" text, "path" text, "parentPath" text, "ordinal" int, "label" text, "level" text, "amount" numeric, "childCount" int,
      "detail" jsonb)`;
}
