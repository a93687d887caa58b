// A process that works on tasks until it is killed: its "stall" handler says that it began, and never ends.
import { startWorker } from '@/lib/jobs/start-worker';

await startWorker({
  handlers: {
    stall: async () => {
      console.log('stalling');
      return new Promise(() => {});
    },
  },
  endings: {},
  heartbeatMs: 100,
});
