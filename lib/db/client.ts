import { PrismaPg } from '@prisma/adapter-pg';
import { AppError } from '@/lib/core/errors';
import { PrismaClient } from '@/lib/generated/prisma/client';

const kept = globalThis as typeof globalThis & { marginaliaDatabase?: { url: string; db: PrismaClient } };

/** A client of its own for one database; whoever asks for it disconnects it. */
export function createDatabaseClient(url: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
}

/**
 * The process's one client, for DATABASE_URL; the process entry sets that variable before anything asks.
 * Kept on the global object because hot reload loads this module again.
 */
export function getDb(): PrismaClient {
  const url = process.env.DATABASE_URL;
  if (!url) throw new AppError('UNAVAILABLE', 'No database is open in this process: start it with `npm start`, or set DATABASE_URL.');
  if (kept.marginaliaDatabase?.url !== url) kept.marginaliaDatabase = { url, db: createDatabaseClient(url) };
  return kept.marginaliaDatabase.db;
}

/** Closes the process's client, if one was opened. */
export async function closeDb(): Promise<void> {
  const open = kept.marginaliaDatabase;
  kept.marginaliaDatabase = undefined;
  await open?.db.$disconnect();
}
