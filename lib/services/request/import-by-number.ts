import { canImportRequest } from '@/lib/policies/request';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { type Fetch, fetchRegisterDocument } from './fetch-register-document';
import { type ImportedRequest, importRequest } from './import-request';

interface ImportByNumber {
  readonly number: string;
  readonly requestId?: string | null;
  readonly catalogueKey?: string | null;
}

/** Fetches a document from the Federal Register and imports it. Throws what `fetchRegisterDocument` and `importRequest` throw. */
export async function importByNumber(ctx: ServiceContext, input: ImportByNumber, fetchFrom?: Fetch): Promise<ImportedRequest> {
  authorise(canImportRequest(ctx.actor));
  const { bytes, fileName } = await fetchRegisterDocument(input.number, fetchFrom);
  return importRequest(ctx, { bytes, fileName, requestId: input.requestId ?? null, catalogueKey: input.catalogueKey ?? null });
}
