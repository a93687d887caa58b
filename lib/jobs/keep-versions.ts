import { keepDueVersions, VersionWatch } from '@/lib/services/version/keep-due-versions';
import type { WorkerContext } from './worker-context';

const EVERY_MS = 60_000;

/** Looks once a minute for letters of which a version is due. The function it gives stops that, and resolves when the last round is over. */
export function keepVersions(worker: Pick<WorkerContext, 'db' | 'clock' | 'ids'>): () => Promise<void> {
  const watch = new VersionWatch();
  let running: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    running ??= keepDueVersions(worker, watch)
      .catch((error) => console.error('Keeping versions failed:', error))
      .finally(() => {
        running = null;
      });
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
