import { publicUrl } from '@/lib/auth/public-url';
import { randomIds } from '@/lib/auth/random-ids';
import { memberOfCookie } from '@/lib/auth/session-from-cookie';
import { systemClock } from '@/lib/auth/system-clock';
import { AppError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { getDb } from '@/lib/db/client';
import type { PublicContext } from '@/lib/services/context/public-context';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { isAllowedOrigin } from './allowed-origin';
import { errorResponse } from './error-response';

type Params = Readonly<Record<string, string>>;
/** Next gives no params at all to routes without a variable part. */
type RouteHandler = (
  request: Request,
  segment: { params: Promise<Record<string, string | string[] | undefined> | undefined> },
) => Promise<Response>;

interface Options {
  /** Parameters of the path that are no identifiers; all others have to be, or the answer is 404. */
  readonly plainParams?: readonly string[];
}

/**
 * A route handler for signed-in members: session → context, Origin checked on unsafe methods, identifiers checked, refusals
 * as `{error}` with their status. The handler's return value is sent as JSON; a Response is sent as it is.
 */
export function actorRoute(
  handler: (call: { ctx: ServiceContext; request: Request; params: Params }) => Promise<unknown>,
  options: Options = {},
): RouteHandler {
  return route(options, async (base, request, params) => {
    const actor = await memberOfCookie(base.db, request.headers.get('cookie'), base.clock());
    if (!actor)
      throw new AppError(
        'UNAUTHENTICATED',
        'You are not signed in, or your session has ended. Sign in again; what you typed is still here.',
      );
    return handler({ ctx: { ...base, actor }, request, params });
  });
}

/** The same for what needs no sign-in: first run, accepting an invitation, health. */
export function publicRoute(
  handler: (call: { ctx: PublicContext; request: Request; params: Params }) => Promise<unknown>,
  options: Options = {},
): RouteHandler {
  return route(options, (ctx, request, params) => handler({ ctx, request, params }));
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

function route(options: Options, run: (base: PublicContext, request: Request, params: Params) => Promise<unknown>): RouteHandler {
  return async (request, segment) => {
    try {
      if (
        !SAFE_METHODS.includes(request.method) &&
        !isAllowedOrigin(request.headers.get('origin'), request.headers.get('host'), publicUrl())
      ) {
        throw new AppError('FORBIDDEN', 'This request did not come from a page of this server, so it was refused.');
      }
      const params = checkedParams((await segment.params) ?? {}, options.plainParams ?? []);
      const result = await run({ db: getDb(), clock: systemClock, ids: randomIds }, request, params);
      return result instanceof Response ? result : Response.json(result ?? null, { headers: { 'cache-control': 'no-store' } });
    } catch (error) {
      return errorResponse(error, request);
    }
  };
}

function checkedParams(given: Record<string, string | string[] | undefined>, plain: readonly string[]): Params {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string' || (!plain.includes(name) && !isId(value)))
      throw new AppError('NOT_FOUND', 'There is nothing at this address.');
    params[name] = value;
  }
  return params;
}
