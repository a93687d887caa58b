import { randomBytes } from 'node:crypto';
import type { RandomSource } from '@/lib/services/context/secret-token';

/** The server's source of secrets. */
export const randomSource: RandomSource = (length) => randomBytes(length);
