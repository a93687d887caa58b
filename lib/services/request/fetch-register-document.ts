import { AppError } from '@/lib/core/errors';
import { plainDashes } from '@/lib/request/read/identifiers';
import { REQUEST_LIMITS } from '@/lib/request/read/request-limits';

/** The one host that is ever asked. */
const HOST = 'www.federalregister.gov';
const NUMBER = /^(?:[A-Z]\d-)?[A-Z0-9]{2,4}-\d{3,6}$/;
const TIMEOUT_MS = 8_000;

export type Fetch = (url: string, init: { redirect: 'error'; signal: AbortSignal; headers: Record<string, string> }) => Promise<Response>;

/**
 * A document by its Federal Register number ("2020-23928") from federalregister.gov: the API's JSON with the text it points
 * to put in. No other host is asked and no redirect followed. Throws INVALID_INPUT for what is no number, NOT_FOUND for a
 * number that does not exist, UNAVAILABLE where there is no network.
 */
export async function fetchRegisterDocument(given: string, fetchFrom: Fetch = fetch): Promise<{ bytes: Uint8Array; fileName: string }> {
  const number = plainDashes(given.trim()).toUpperCase();
  if (!NUMBER.test(number)) {
    throw new AppError('INVALID_INPUT', 'A Federal Register document number looks like 2020-23928.', {
      fields: { number: 'not a document number' },
    });
  }
  const json = await fetchText(`https://${HOST}/api/v1/documents/${encodeURIComponent(number)}.json`, fetchFrom);
  if (json === null) throw new AppError('NOT_FOUND', `federalregister.gov has no document with the number ${number}.`);
  const fields = parse(json);
  const url = textUrl(fields.full_text_xml_url);
  const text = url ? await fetchText(url, fetchFrom) : null;
  const whole = text === null ? fields : { ...fields, full_text_xml: text };
  return { bytes: new TextEncoder().encode(JSON.stringify(whole)), fileName: `${number}.json` };
}

function parse(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // answered below: what came is not the API's JSON, whatever it is
  }
  throw unavailable('What answered is not the Federal Register’s API.');
}

/** The address of the text, if it is where the Federal Register keeps its texts. */
function textUrl(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  return url?.protocol === 'https:' && url.host === HOST && url.pathname.startsWith('/documents/full_text/xml/') ? url.href : null;
}

async function fetchText(url: string, fetchFrom: Fetch): Promise<string | null> {
  let response: Response;
  try {
    response = await fetchFrom(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'application/json, application/xml' },
    });
    if (response.status === 404) return null;
    if (!response.ok) throw unavailable(`It answered with status ${response.status}.`);
    return await limitedText(response);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unavailable(null, error);
  }
}

async function limitedText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > REQUEST_LIMITS.fileBytes)
      throw new AppError('TOO_LARGE', 'The document is larger than any request may be. Nothing was kept.');
    pieces.push(piece);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return new TextDecoder().decode(bytes);
}

function unavailable(detail: string | null, cause?: unknown): AppError {
  const sentences = [
    'federalregister.gov cannot be reached from here.',
    detail,
    'Download the document on a computer with a network and upload the file; nothing was changed.',
  ];
  return new AppError('UNAVAILABLE', sentences.filter(Boolean).join(' '), {}, { cause });
}
