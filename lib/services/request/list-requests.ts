import { canReadRequest } from '@/lib/policies/request';
import type { RequestDocument } from '@/lib/request/request-document';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';

export interface RequestListItem {
  readonly id: string;
  readonly title: string;
  readonly catalogueKey: string | null;
  readonly citation: string | null;
  readonly agencies: readonly string[];
  /** ISO date; null where the text gives none */
  readonly commentsClose: string | null;
  readonly questionCount: number;
  readonly versionCount: number;
  readonly latestVersionId: string;
  readonly latestVersionNumber: number;
  /** letters that answer it */
  readonly letterCount: number;
  readonly createdAt: string;
}

/** The firm's imported requests, newest first, each as its latest version says. */
export async function listRequests(ctx: ServiceContext): Promise<RequestListItem[]> {
  authorise(canReadRequest(ctx.actor));
  const { firmId } = ctx.actor;
  const rows = await ctx.db.request.findMany({
    where: { firmId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    include: { versions: { orderBy: { number: 'desc' }, take: 1 }, _count: { select: { versions: true } } },
  });
  const letters = await ctx.db.letter.groupBy({ by: ['requestId'], where: { firmId }, _count: { _all: true } });
  const letterCount = new Map(letters.map((group) => [group.requestId, group._count._all]));
  return rows.flatMap((row) => {
    const latest = row.versions[0];
    if (!latest) return [];
    const document = latest.content as unknown as RequestDocument;
    return {
      id: row.id,
      title: row.title,
      catalogueKey: row.catalogueKey,
      citation: document.citation,
      agencies: document.agencies,
      commentsClose: document.dates.commentsClose,
      questionCount: document.sections.reduce((count, section) => count + section.questions.length, 0),
      versionCount: row._count.versions,
      latestVersionId: latest.id,
      latestVersionNumber: latest.number,
      letterCount: letterCount.get(row.id) ?? 0,
      createdAt: row.createdAt.toISOString(),
    };
  });
}
