import './next-storage';

import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js';
import { RequestCookies } from 'next/dist/server/web/spec-extension/cookies.js';

/** Runs a route handler that asks `headers()` and `cookies()` of next/headers, as next-auth does, outside of Next. */
export function inNextRequest<T>(request: Request, run: () => Promise<T>): Promise<T> {
  const { headers } = request;
  const work = { route: new URL(request.url).pathname, forceStatic: false };
  const unit = { type: 'request', phase: 'render', headers, cookies: new RequestCookies(headers) };
  return workAsyncStorage.run(work as never, () => workUnitAsyncStorage.run(unit as never, run));
}
