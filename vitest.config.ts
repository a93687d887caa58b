import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const project = (name: string, folder: string, extra: Record<string, unknown> = {}) => ({
  resolve: { alias: { '@': root } },
  test: { name, include: [`tests/${folder}/**/*.test.{ts,tsx}`], environment: 'node', ...extra },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 'unit', { testTimeout: 60_000 }),
      project('db', 'db', { testTimeout: 60_000, hookTimeout: 120_000, globalSetup: ['tests/support/database-global.ts'] }),
      project('word', 'word', { testTimeout: 180_000, hookTimeout: 120_000 }),
      project('browser', 'browser', {
        testTimeout: 300_000,
        hookTimeout: 300_000,
        fileParallelism: false,
        globalSetup: ['tests/support/browser-global.ts'],
      }),
    ],
  },
});
