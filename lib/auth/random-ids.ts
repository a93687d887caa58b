import { randomUUID } from 'node:crypto';
import type { IdSource } from '@/lib/core/ids';

/** The server's source of new identifiers: random UUIDs. */
export const randomIds: IdSource = () => randomUUID();
