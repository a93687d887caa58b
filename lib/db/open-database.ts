import { openEmbeddedPostgres } from './embedded/open-embedded-postgres';

/** The database a process works on. */
export interface OpenDatabase {
  readonly url: string;
  /** true for the built-in PostgreSQL of the data folder */
  readonly embedded: boolean;
  /** Ends this process's use of it; a server of its own is left alone. */
  close(): Promise<void>;
}

/** The server that `databaseUrl` names, or the built-in PostgreSQL of the data folder, started if need be. */
export async function openDatabase(options: { databaseUrl: string | null; dataFolder: string }): Promise<OpenDatabase> {
  if (options.databaseUrl) return { url: options.databaseUrl, embedded: false, close: async () => undefined };
  const postgres = await openEmbeddedPostgres({ dataFolder: options.dataFolder });
  return { url: postgres.url, embedded: true, close: () => postgres.stop() };
}
