import { ApiError } from './call-api';

/** Sends a file as it is to a route, gives its answer, and tells how much is on its way. XMLHttpRequest, because fetch does not report what was sent. Throws ApiError. */
export function uploadFile<Answer>(
  path: string,
  file: File,
  onProgress: (sent: number, total: number) => void,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const unreachable = () =>
      reject(new ApiError(0, 'UNAVAILABLE', 'The upload broke off. Nothing was kept; check the connection and try again.'));
    request.open('POST', `${path}?${new URLSearchParams({ name: file.name })}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => onProgress(event.loaded, event.total);
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) return resolve(answer as Answer);
      const error = (answer as { error?: { code?: string; message?: string } } | null)?.error;
      const message = error?.message ?? `The server answered ${request.status}. Nothing was kept; try again.`;
      return reject(new ApiError(request.status, error?.code ?? 'INTERNAL', message));
    };
    request.onerror = unreachable;
    request.onabort = () => reject(new ApiError(0, 'CANCELLED', 'The upload was cancelled. Nothing was kept.'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
