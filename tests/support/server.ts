import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real server in a process of its own, as `npm start` runs it, on a free port. */
export interface TestServer {
  readonly address: string;
  /** the link of the first run; null once there is a firm */
  readonly setupLink: string | null;
  readonly dataFolder: string;
  /** what it printed so far */
  output(): string;
  /** Stops it as Ctrl-C does and returns the exit code; the data folder stays for the next start. */
  stop(): Promise<number | null>;
  /** Ends it without a chance to clean up. */
  kill(): Promise<void>;
}

const READY_MILLISECONDS = 240_000;

/** Starts a server; with a data folder of its own unless one is given. Rejects with what it printed when it does not start. */
export async function startTestServer(
  options: { dataFolder?: string; environment?: Readonly<Record<string, string>> } = {},
): Promise<TestServer> {
  const dataFolder = options.dataFolder ?? newDataFolder();
  const { DATABASE_URL: _, NEXTAUTH_URL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...inherited, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', MARGINALIA_DATA: dataFolder, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  await started(child, () => output);
  return {
    address: /Marginalia is at (\S+)/.exec(output)?.[1] ?? '',
    setupLink: /open (\S+\/setup\?token=\S+)/.exec(output)?.[1] ?? null,
    dataFolder,
    output: () => output,
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
  };
}

/** A new data folder under the system's folder for temporary files. */
export function newDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'marginalia-server-'));
}

/** Removes a data folder whose server has stopped. */
export function removeDataFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function started(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`The server did not start in time:\n${output()}`)), READY_MILLISECONDS);
    child.stdout?.on('data', () => {
      // The link of the first run follows the address at once, in one more line.
      if (/Marginalia is at \S+\n/.test(output())) setTimeout(() => resolve(clearTimeout(limit)), 200);
    });
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`The server ended with ${code}:\n${output()}`));
    });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}
