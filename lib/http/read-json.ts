import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { readBody } from './read-body';

const DEFAULT_MAX_BYTES = 262_144;

/**
 * The JSON body of a request, checked against its schema. Throws INVALID_INPUT with `details.fields` (path → sentence), so
 * that a form can say it at the field; TOO_LARGE over `maxBytes` (256 KiB unless told).
 */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
  limit: { readonly maxBytes?: number } = {},
): Promise<z.output<S>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('INVALID_INPUT', 'The request has to carry JSON (content-type application/json).');
  const bytes = await readBody(request, { maxBytes: limit.maxBytes ?? DEFAULT_MAX_BYTES });
  const parsed = schema.safeParse(parseJson(bytes));
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.map(String).join('.') || 'body'] ??= issue.message;
  const first = Object.entries(fields)[0];
  throw new AppError('INVALID_INPUT', first ? `${first[0]}: ${first[1]}` : 'The input is not of the form asked for.', { fields });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError('INVALID_INPUT', 'The body of the request is not valid JSON in UTF-8.', {}, { cause });
  }
}
