import { AppError } from '@/lib/core/errors';

/** "8 MiB", "64 KiB": a limit as people say it. */
function inWords(bytes: number): string {
  return bytes >= 1_048_576 ? `${Math.floor(bytes / 1_048_576)} MiB` : `${Math.floor(bytes / 1024)} KiB`;
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('TOO_LARGE', `This is larger than the ${inWords(maxBytes)} that are accepted here. Nothing was kept.`, { maxBytes });
}

/**
 * The body in the pieces in which it arrives. A declared length over the limit is refused before anything is read; a longer
 * body than declared is refused, and its sender cut off, as soon as the limit is passed. Throws TOO_LARGE.
 */
export async function* streamBody(request: Request, { maxBytes }: { readonly maxBytes: number }): AsyncGenerator<Uint8Array> {
  const declared = request.headers.get('content-length');
  if (declared !== null && (!/^\d+$/.test(declared) || BigInt(declared) > BigInt(maxBytes))) throw tooLarge(maxBytes);
  if (!request.body) return;
  const reader = request.body.getReader();
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      total += value.byteLength;
      if (total > maxBytes) throw tooLarge(maxBytes);
      yield value;
    }
  } finally {
    // stops the upload where the reader left early; after the end it does nothing
    await reader.cancel().catch(() => undefined);
  }
}
