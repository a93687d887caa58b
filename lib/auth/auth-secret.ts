import { AppError } from '@/lib/core/errors';

/**
 * The key material of the session cookie. The start of the server sets NEXTAUTH_SECRET (from the environment, or from the
 * data folder where it was made once); throws UNAVAILABLE where a process was started without it.
 */
export function authSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret)
    throw new AppError(
      'UNAVAILABLE',
      'NEXTAUTH_SECRET is not set, so nobody can be signed in. Start the server with `npm start`, or set it.',
    );
  return secret;
}
