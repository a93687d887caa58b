import { hash, verify } from '@node-rs/argon2';

/** argon2id, version 1.3: 19 MiB of memory, two passes, one lane. */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, with its salt and settings. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), SETTINGS);
}

let hashOfNothing: Promise<string> | undefined;

/**
 * True where the password is that of the hash. Without a hash (an unknown address, a member who signs in elsewhere) it does
 * the same work and answers false, so that the time does not tell who has an account.
 */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  hashOfNothing ??= hashPassword('no password has this hash');
  const matches = await verify(passwordHash ?? (await hashOfNothing), password.normalize('NFKC'));
  return matches && Boolean(passwordHash);
}
