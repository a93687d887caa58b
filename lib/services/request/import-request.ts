import { AppError } from '@/lib/core/errors';
import { contentHash } from '@/lib/core/hash';
import type { Prisma } from '@/lib/generated/prisma/client';
import { canImportRequest } from '@/lib/policies/request';
import { catalogueRequest } from '@/lib/request/catalogue/catalogue';
import { matchCatalogue } from '@/lib/request/catalogue/match-catalogue';
import { REQUEST_LIMITS } from '@/lib/request/read/request-limits';
import type { RequestDocument } from '@/lib/request/request-document';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { storeFile } from '../file/store-file';
import { readUpload } from './read-upload';
import { writeVersion } from './write-version';

interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** The request to which the file is a newer version; null to find it by its numbers, or to begin a new one. */
  readonly requestId?: string | null;
  /** The catalogue's entry that it is, where a person says so. */
  readonly catalogueKey?: string | null;
  /** Which document of a daily issue. */
  readonly documentNumber?: string | null;
}

export interface ImportedRequest {
  readonly requestId: string;
  readonly versionId: string;
  readonly number: number;
  /** True where the same file had been imported before: nothing was added. */
  readonly unchanged: boolean;
  readonly questions: number;
  readonly warnings: RequestDocument['warnings'];
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  xml: 'application/xml',
  json: 'application/json',
  html: 'text/html',
  text: 'text/plain',
};

/**
 * Takes in the official text of a request as a new version, and keeps the file as it came. Throws what `readUpload` throws;
 * nothing is kept of a file that cannot be read.
 */
export async function importRequest(ctx: ServiceContext, input: ImportRequest): Promise<ImportedRequest> {
  authorise(canImportRequest(ctx.actor));
  const { firmId } = ctx.actor;
  const document = await readUpload(input.bytes, { fileName: input.fileName, documentNumber: input.documentNumber ?? null });
  const catalogueKey = catalogueKeyOf(document, input.catalogueKey ?? null);
  const existing = await findRequest(ctx, document, input.requestId ?? null, catalogueKey);
  const questions = document.sections.reduce((count, section) => count + section.questions.length, 0);
  const earlier = existing?.versions.find((version) => isSameFile(version.content, document));
  if (existing && earlier) {
    return {
      requestId: existing.id,
      versionId: earlier.id,
      number: earlier.number,
      unchanged: true,
      questions,
      warnings: document.warnings,
    };
  }
  const file = await storeFile(ctx, {
    name: input.fileName || 'request',
    mediaType: MEDIA_TYPES[document.source.format] ?? 'application/octet-stream',
    source: (async function* () {
      yield input.bytes;
    })(),
    maxBytes: REQUEST_LIMITS.fileBytes,
  });
  const hash = contentHash(document);
  return transact(ctx, async (tx, audit) => {
    const requestId = existing?.id ?? ctx.ids();
    const title = document.title || catalogueRequest(catalogueKey ?? '')?.name || 'Request without a title';
    if (existing) await tx.request.update({ where: { id: requestId }, data: { title } });
    else await tx.request.create({ data: { id: requestId, firmId, catalogueKey, title, createdAt: ctx.clock() } });
    const { versionId, number } = await writeVersion(tx, ctx, {
      requestId,
      origin: document.source.format,
      document,
      hash,
      fileId: file.id,
      note: '',
    });
    audit({
      type: 'request.imported',
      subject: { type: 'request', id: requestId },
      data: {
        versionId,
        number,
        title,
        format: document.source.format,
        sha256: document.source.sha256,
        contentHash: hash,
        questions,
        warnings: document.warnings.length,
      },
    });
    return { requestId, versionId, number, unchanged: false, questions, warnings: document.warnings };
  });
}

function catalogueKeyOf(document: RequestDocument, given: string | null): string | null {
  if (given === null) return matchCatalogue(document)?.key ?? null;
  if (!catalogueRequest(given)) throw new AppError('INVALID_INPUT', `The catalogue has no request “${given}”.`);
  const own = matchCatalogue(document);
  if (own && own.key !== given) {
    throw new AppError('CONFLICT', `By its number this document is “${own.name}”, not the request you chose. Import it there.`);
  }
  return given;
}

/** The request to which a document belongs: the one named, else the one with its catalogue entry, else with its document number. */
async function findRequest(ctx: ServiceContext, document: RequestDocument, requestId: string | null, catalogueKey: string | null) {
  const { firmId } = ctx.actor;
  const include = { versions: { select: { id: true, number: true, content: true } } } satisfies Prisma.RequestInclude;
  if (requestId !== null) {
    const named = await ctx.db.request.findFirst({ where: { id: requestId, firmId }, include });
    if (!named) throw new AppError('NOT_FOUND', 'There is no such request.');
    return named;
  }
  if (catalogueKey !== null) return ctx.db.request.findFirst({ where: { firmId, catalogueKey }, include });
  if (document.documentNumber === null) return null;
  return ctx.db.request.findFirst({
    where: { firmId, versions: { some: { content: { path: ['documentNumber'], equals: document.documentNumber } } } },
    include,
  });
}

function isSameFile(content: unknown, document: RequestDocument): boolean {
  const other = content as RequestDocument;
  return (
    other.source.sha256 === document.source.sha256 &&
    other.documentNumber === document.documentNumber &&
    contentHash(other) === contentHash(document)
  );
}
