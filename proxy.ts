import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '@/lib/http/content-security-policy';
import { PAGE_PATH_HEADER } from '@/lib/http/page-path-header';

/** Gives every page a policy with a nonce of its own; who may see what is decided by the services, not here. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy({
    nonce,
    host: request.headers.get('host') ?? '',
    dev: process.env.NODE_ENV !== 'production',
  });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set(PAGE_PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  // Routes under /api have a policy of their own in next.config.js, and bodies too large to pass through here.
  matcher: ['/((?!api/|_next/static/|_next/image).*)'],
};
