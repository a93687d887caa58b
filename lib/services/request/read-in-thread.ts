import type { FileProblem } from '@/lib/core/file-problem';
import type { Result } from '@/lib/core/result';
import { type ReadOptions, readRequest } from '@/lib/request/read-request';
import type { RequestDocument } from '@/lib/request/request-document';

export interface ReadInput {
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
}

/** What the reading thread runs. */
export function readInThread({ bytes, options }: ReadInput): Result<RequestDocument, FileProblem> {
  return readRequest(bytes, options);
}
