import type { Prisma, ReturnedFile } from '@/lib/generated/prisma/client';
import type { KnownReturn, ReturnConflict, Settlement } from '@/lib/letter/returned/return-report';
import type { NotUnderstood } from '@/lib/letter/returned/returned-document';

/** How a conflict was settled, by whom and when. */
export interface SettledConflict {
  readonly settlement: Settlement;
  readonly byId: string;
  readonly byName: string;
  readonly at: string;
  readonly suggestionId: string | null;
  readonly threadId: string | null;
}

export type StoredConflict = ReturnConflict & { readonly settled: SettledConflict | null };

/** How the version was found that a file was written from. */
export type FoundBy = 'version' | 'sections' | 'text';

/**
 * What is kept of a report in ReturnedFile.report. Suggestions are rows of their own, comments are in their threads: what somebody wrote under
 * a privileged thread stands nowhere else.
 */
export interface StoredReturn {
  readonly fileName: string;
  readonly foundBy: FoundBy;
  readonly authors: readonly string[];
  readonly suggestionIds: readonly string[];
  readonly known: readonly KnownReturn[];
  readonly conflicts: readonly StoredConflict[];
  readonly threads: number;
  readonly replies: number;
  readonly threadsUnchanged: number;
  readonly notUnderstood: readonly NotUnderstood[];
}

export function storedReturn(row: Pick<ReturnedFile, 'report'>): StoredReturn {
  return row.report as unknown as StoredReturn;
}

export function asReport(report: StoredReturn): Prisma.InputJsonObject {
  return report as unknown as Prisma.InputJsonObject;
}
