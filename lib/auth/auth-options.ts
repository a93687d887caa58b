import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { AppError } from '@/lib/core/errors';
import { clientAddress } from '@/lib/http/client-address';
import { log } from '@/lib/http/log';
import { ABSOLUTE_LIMIT_MS } from '@/lib/policies/session-length';
import type { PublicContext } from '@/lib/services/context/public-context';
import { endSession } from '@/lib/services/session/end-session';
import { authSecret } from './auth-secret';
import { oidcProfile, oidcProvider } from './oidc-provider';
import { oidcSettings } from './oidc-settings';
import { publicUrl } from './public-url';
import { memberOfSession } from './session-from-cookie';
import { SESSION_COOKIE } from './session-token';
import { signInProblem } from './sign-in-problem';
import { signInWithOidc } from './sign-in-with-oidc';
import { signInWithPassword } from './sign-in-with-password';

/** True where the browser reached us over https, directly or through a proxy that says so. */
function isHttps(headers: Headers): boolean {
  return publicUrl()?.startsWith('https:') ?? headers.get('x-forwarded-proto') === 'https';
}

/** Runs a sign-in and gives its session; a refusal becomes the word that the sign-in page explains. */
async function sessionOrProblem(signIn: Promise<string>): Promise<string> {
  try {
    return await signIn;
  } catch (error) {
    if (!(error instanceof AppError)) log.error({ err: error }, 'sign-in failed');
    throw new Error(error instanceof AppError ? signInProblem(error) : 'failed');
  }
}

/** The settings of next-auth for one request. The session cookie's token holds the id of a session row and nothing else. */
export function authOptions(ctx: PublicContext, headers: Headers): NextAuthOptions {
  const secure = isHttps(headers);
  const userAgent = headers.get('user-agent') ?? '';
  const oidc = oidcSettings();
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: ABSOLUTE_LIMIT_MS / 1000 },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: secure ? SESSION_COOKIE.https : SESSION_COOKIE.http,
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: async (credentials) => {
          const { email = '', password = '' } = credentials ?? {};
          const input = { email: String(email), password: String(password), address: clientAddress(headers), userAgent };
          return { id: await sessionOrProblem(signInWithPassword(ctx, input)) };
        },
      }),
      ...(oidc ? [oidcProvider(oidc)] : []),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== 'oidc') return true;
        // the session is made here, where a refusal has an answer; its id goes on as the user's
        user.id = await sessionOrProblem(signInWithOidc(ctx, { profile: oidcProfile.parse(profile), userAgent }));
        return true;
      },
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        const actor = typeof token?.sid === 'string' ? await memberOfSession(ctx.db, token.sid, ctx.clock()) : null;
        if (actor) await endSession({ ...ctx, actor }, { sessionId: actor.sessionId });
      },
    },
    logger: {
      error: (code, metadata) =>
        log.warn({ code, message: metadata instanceof Error ? metadata.message : metadata.error?.message }, 'sign-in'),
      warn: (code) => log.debug({ code }, 'sign-in'),
      debug: () => undefined,
    },
  };
}
