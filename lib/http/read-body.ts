import { streamBody } from './stream-body';

/** The whole body as bytes, of at most `maxBytes`; throws TOO_LARGE as early as `streamBody` does. */
export async function readBody(request: Request, limit: { readonly maxBytes: number }): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of streamBody(request, limit)) {
    pieces.push(piece);
    size += piece.byteLength;
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.byteLength;
  }
  return bytes;
}
