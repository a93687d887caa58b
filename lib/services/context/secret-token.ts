import { sha256Hex } from '@/lib/core/hash';

/** Gives that many unpredictable bytes. */
export type RandomSource = (length: number) => Uint8Array;

/** A link's secret: 256 random bits as text, and the hash that is all the database keeps of it. */
export function newSecretToken(random: RandomSource): { readonly token: string; readonly hash: string } {
  const token = Buffer.from(random(32)).toString('base64url');
  return { token, hash: hashSecretToken(token) };
}

export function hashSecretToken(token: string): string {
  return sha256Hex(token);
}
