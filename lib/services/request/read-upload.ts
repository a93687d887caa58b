import { AppError } from '@/lib/core/errors';
import type { FileProblem } from '@/lib/core/file-problem';
import type { Result } from '@/lib/core/result';
import { inWorker } from '@/lib/jobs/in-worker';
import { type IssueEntry, listIssue } from '@/lib/request/list-issue';
import { type ReadOptions, readRequest } from '@/lib/request/read-request';
import type { RequestDocument } from '@/lib/request/request-document';

/** Up to this size a file is read in some tens of milliseconds; a larger one would hold up other people's keystrokes. */
const READ_AT_ONCE_BYTES = 1024 * 1024;
const MOST_SECONDS = 60;

/**
 * The document in an uploaded file. Throws TOO_LARGE or UNREADABLE_FILE with `details.problems`; for a daily issue of which no
 * document is chosen, `details.documents` lists what is in it.
 */
export async function readUpload(bytes: Uint8Array, options: ReadOptions): Promise<RequestDocument> {
  const read = await readOffLoop(bytes, options);
  if (read.ok) return read.value;
  const [problem] = read.failures;
  const message = problem
    ? [problem.line === null ? null : `Line ${problem.line}:`, problem.message].filter(Boolean).join(' ')
    : 'The file cannot be read.';
  const documents: IssueEntry[] = problem?.code === 'several-documents' ? listIssue(bytes) : [];
  throw new AppError(problem?.code === 'too-large' ? 'TOO_LARGE' : 'UNREADABLE_FILE', message, { problems: read.failures, documents });
}

async function readOffLoop(bytes: Uint8Array, options: ReadOptions): Promise<Result<RequestDocument, FileProblem>> {
  if (bytes.byteLength <= READ_AT_ONCE_BYTES) return readRequest(bytes, options);
  return inWorker(
    'lib/services/request/read-in-thread.ts',
    'readInThread',
    { bytes, options },
    { signal: AbortSignal.timeout(MOST_SECONDS * 1000) },
  );
}
