import { AppError } from '@/lib/core/errors';
import { sha256Hex } from '@/lib/core/hash';
import { clearRate, limitRate } from '@/lib/http/rate-limit';
import type { PublicContext } from '@/lib/services/context/public-context';
import { verifyPassword } from '@/lib/services/member/password-hash';
import { startSession } from '@/lib/services/session/start-session';

const WINDOW_SECONDS = 15 * 60;
const TRIES_PER_ADDRESS = 40;
const TRIES_PER_EMAIL = 10;

/**
 * Signs a member in and gives the new session's id. Tries are counted per network address and per e-mail, known or not;
 * a wrong password and an unknown address get the same answer after the same work. Throws RATE_LIMITED, UNAUTHENTICATED, and
 * FORBIDDEN (`details.reason` "suspended") to whoever proved the password of a suspended member.
 */
export async function signInWithPassword(
  ctx: PublicContext,
  input: { readonly email: string; readonly password: string; readonly address: string; readonly userAgent: string },
): Promise<string> {
  const email = input.email.trim().toLowerCase().slice(0, 254);
  const emailKey = `sign-in:email:${sha256Hex(email)}`;
  const now = ctx.clock();
  await limitRate(
    ctx.db,
    { key: `sign-in:address:${input.address.slice(0, 64)}`, limit: TRIES_PER_ADDRESS, windowSeconds: WINDOW_SECONDS },
    now,
  );
  await limitRate(ctx.db, { key: emailKey, limit: TRIES_PER_EMAIL, windowSeconds: WINDOW_SECONDS }, now);
  const member = await ctx.db.member.findUnique({ where: { email } });
  const right = await verifyPassword(member?.passwordHash, input.password.slice(0, 1000));
  if (!member || !right) throw new AppError('UNAUTHENTICATED', 'The e-mail address or the password is wrong.');
  if (member.suspendedAt) throw new AppError('FORBIDDEN', 'Your membership is suspended.', { reason: 'suspended' });
  await clearRate(ctx.db, emailKey);
  return startSession(ctx, { memberId: member.id, by: 'password', userAgent: input.userAgent });
}
