import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/core/errors';
import { log } from './log';
import { statusOf } from './status-of';

/**
 * The answer to whatever went wrong: `{error: {code, message, details}}` with the code's status. What is not an AppError, and
 * INTERNAL ones, are logged under an id that the answer names; the answer says nothing else about them.
 */
export function errorResponse(error: unknown, request: Request): Response {
  if (error instanceof AppError && error.code !== 'INTERNAL') {
    const headers = new Headers();
    const wait = error.details.retryAfterSeconds;
    if (typeof wait === 'number') headers.set('retry-after', String(Math.ceil(wait)));
    const { code, message, details } = error;
    return Response.json({ error: { code, message, details } }, { status: statusOf(code), headers });
  }
  const id = randomUUID();
  log.error({ errorId: id, method: request.method, path: new URL(request.url).pathname, err: error }, 'request failed');
  const message = `Something went wrong on the server and nothing more is known here. The server's log has it under ${id}.`;
  return Response.json({ error: { code: 'INTERNAL', message, details: { errorId: id } } }, { status: 500 });
}
