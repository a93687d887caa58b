import { decode, encode } from 'next-auth/jwt';
import { isId } from '@/lib/core/ids';
import { ABSOLUTE_LIMIT_MS } from '@/lib/policies/session-length';
import { authSecret } from './auth-secret';

/** The cookie of a session; over https the browser itself refuses to send or set it any other way. */
export const SESSION_COOKIE = { http: 'marginalia.session', https: '__Secure-marginalia.session' } as const;

/** The encrypted token that names a session row; it says nothing else, and is worth nothing once the row is revoked. */
export function sessionToken(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: authSecret(), maxAge: ABSOLUTE_LIMIT_MS / 1000 });
}

/** The session id of a Cookie header; null where there is none, or none that this server made. */
export async function sessionIdOfCookie(cookieHeader: string | null | undefined): Promise<string | null> {
  for (const name of [SESSION_COOKIE.https, SESSION_COOKIE.http]) {
    const token = cookieValue(cookieHeader ?? '', name);
    const sid = token && (await decode({ token, secret: authSecret() }).catch(() => null))?.sid;
    if (typeof sid === 'string' && isId(sid)) return sid;
  }
  return null;
}

function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
