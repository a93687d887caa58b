import type { Prisma, ReturnedFile } from '@/lib/generated/prisma/client';
import type { KnownReturn, ReturnConflict, Settlement } from '@/lib/letter/returned/return-report';
import type { NotUnderstood } from '@/lib/letter/returned/returned-document';
import type { Actor } from '@/lib/policies/actor';
import { canSeePrivileged } from '@/lib/policies/comment';

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
  /** how many came, those for legal alone apart: they stand in no count of the others */
  readonly threads: number;
  readonly replies: number;
  readonly privileged: { readonly threads: number; readonly replies: number };
  readonly notUnderstood: readonly NotUnderstood[];
}

export function storedReturn(row: Pick<ReturnedFile, 'report'>): StoredReturn {
  // files of before comments were counted apart
  const stored = row.report as unknown as Omit<StoredReturn, 'privileged'> & Partial<Pick<StoredReturn, 'privileged'>>;
  return { ...stored, privileged: stored.privileged ?? { threads: 0, replies: 0 } };
}

/** What a member may see of it. */
export function seenReturn(actor: Actor, row: Pick<ReturnedFile, 'report'>): Omit<StoredReturn, 'privileged'> {
  const { privileged, threads, replies, ...rest } = storedReturn(row);
  if (!canSeePrivileged(actor).allowed) return { ...rest, threads, replies };
  return { ...rest, threads: threads + privileged.threads, replies: replies + privileged.replies };
}

export function asReport(report: StoredReturn): Prisma.InputJsonObject {
  return report as unknown as Prisma.InputJsonObject;
}
