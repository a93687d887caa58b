import { fileURLToPath } from 'node:url';
import { AppError } from '@/lib/core/errors';
import { log } from '@/lib/http/log';
import { startServer } from './start-server';

/** Longer than the slowest flush that is worth waiting for. */
const STOP_LIMIT_MILLISECONDS = 60_000;

/**
 * Runs the server until it is told to stop. Prints the address, and the link of the first run, to standard output;
 * what keeps it from starting is one sentence on standard error and exit code 1.
 */
export async function main(options: { dev: boolean }): Promise<void> {
  try {
    const running = await startServer({ ...options, environment: process.env });
    let stopping = false;
    const stop = async (signal: string) => {
      // A second Ctrl-C means that waiting is no longer wanted.
      if (stopping) process.exit(1);
      stopping = true;
      log.info({ signal }, 'stopping');
      setTimeout(() => {
        log.error('stopping took too long; what was not finished goes on at the next start');
        process.exit(1);
      }, STOP_LIMIT_MILLISECONDS).unref();
      await running.stop();
      log.info('stopped');
      process.exit(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(signal));
    console.log(`Marginalia is at ${running.address}`);
    if (running.setupLink) console.log(`First run: open ${running.setupLink} to name the firm and create its administrator (works once).`);
  } catch (error) {
    console.error(error instanceof AppError ? error.message : error);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main({ dev: process.env.NODE_ENV !== 'production' });
