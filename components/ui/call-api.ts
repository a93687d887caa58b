/** What the server refused, in its words: `message` is a sentence for a person. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

interface CallOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a FormData or Blob is sent as it is. */
  body?: unknown;
  signal?: AbortSignal;
}

/** Calls our own API and gives its JSON. Throws ApiError, also when the server cannot be reached (code UNAVAILABLE, status 0). */
export async function callApi<T>(path: string, { method = 'GET', body, signal }: CallOptions = {}): Promise<T> {
  const raw = body instanceof FormData || body instanceof Blob;
  const init: RequestInit = { method, signal, credentials: 'same-origin' };
  if (body !== undefined) {
    init.body = raw ? (body as BodyInit) : JSON.stringify(body);
    if (!raw) init.headers = { 'content-type': 'application/json' };
  }
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError(0, 'UNAVAILABLE', 'The server cannot be reached. Nothing was changed; try again when the connection is back.');
  }
  const text = await response.text();
  const answer: unknown = parseJson(text);
  if (response.ok) return answer as T;
  const error = (answer as { error?: { code?: string; message?: string; details?: Record<string, unknown> } } | null)?.error;
  throw new ApiError(
    response.status,
    error?.code ?? 'INTERNAL',
    error?.message ?? `The server answered ${response.status} without saying why. Load the page again to see what was kept.`,
    error?.details ?? {},
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
