import { AppError } from '@/lib/core/errors';
import { canReadRequest } from '@/lib/policies/request';
import type { RequestDocument } from '@/lib/request/request-document';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import type { VersionOrigin } from './get-request-version';

export interface VersionSummary {
  readonly id: string;
  readonly number: number;
  readonly origin: VersionOrigin;
  readonly note: string;
  readonly fileName: string | null;
  readonly questionCount: number;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface RequestDto {
  readonly id: string;
  readonly title: string;
  readonly catalogueKey: string | null;
  /** newest first */
  readonly versions: readonly VersionSummary[];
  readonly letters: readonly { readonly id: string; readonly title: string; readonly versionNumber: number | null }[];
}

/** A request with its versions and the letters that answer it; NOT_FOUND where the firm has none of this id. */
export async function getRequest(ctx: ServiceContext, id: string): Promise<RequestDto> {
  authorise(canReadRequest(ctx.actor));
  const { firmId } = ctx.actor;
  const row = await ctx.db.request.findFirst({ where: { id, firmId }, include: { versions: { orderBy: { number: 'desc' } } } });
  if (!row) throw new AppError('NOT_FOUND', 'There is no such request.');
  const authors = await ctx.db.member.findMany({
    where: { firmId, id: { in: row.versions.map((version) => version.createdById) } },
    select: { id: true, name: true },
  });
  const letters = await ctx.db.letter.findMany({
    where: { firmId, requestId: id },
    orderBy: { createdAt: 'desc' },
    select: { id: true, title: true, requestVersionId: true },
  });
  return {
    id: row.id,
    title: row.title,
    catalogueKey: row.catalogueKey,
    versions: row.versions.map((version) => {
      const document = version.content as unknown as RequestDocument;
      return {
        id: version.id,
        number: version.number,
        origin: version.origin as VersionOrigin,
        note: version.note,
        fileName: document.source.fileName,
        questionCount: document.sections.reduce((count, section) => count + section.questions.length, 0),
        createdAt: version.createdAt.toISOString(),
        createdBy: authors.find((author) => author.id === version.createdById)?.name ?? 'a former member',
      };
    }),
    letters: letters.map((letter) => ({
      id: letter.id,
      title: letter.title,
      versionNumber: row.versions.find((version) => version.id === letter.requestVersionId)?.number ?? null,
    })),
  };
}
