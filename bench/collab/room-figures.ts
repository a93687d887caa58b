import { setTimeout as pause } from 'node:timers/promises';
import type { BenchFigure } from '../measure/figure';
import { RawEditor } from './raw-editor';
import type { Stage } from './stage';

const SOCKETS = 2;

/** What a process takes to hold every room of a large letter. */
export async function* roomFigures({ host, cookies, rooms, startOwn }: Stage): AsyncGenerator<BenchFigure> {
  const server = await startOwn();
  const editors = await Promise.all(
    cookies.slice(0, SOCKETS).map(async (cookie) => {
      const editor = new RawEditor(host, cookie);
      await editor.connected();
      return editor;
    }),
  );
  try {
    const [first] = rooms;
    if (first) await editors[0]?.enter(first);
    await pause(1_000);
    const before = server.residentBytes();
    const started = performance.now();
    const others = rooms.slice(1);
    await Promise.all(others.map((room, index) => editors[index % SOCKETS]?.enter(room)));
    const opened = performance.now() - started;
    await pause(1_000);
    const kilobytes = (server.residentBytes() - before) / others.length / 1000;
    const detail = `${rooms.length} rooms of 12 paragraphs each open at once in one process`;
    yield { name: 'rooms.open', value: Math.round(opened), unit: 'ms', n: 1, detail: `${detail}, asked for together` };
    yield {
      name: 'rooms.memory',
      value: Math.round(kilobytes),
      unit: 'kB',
      n: others.length,
      detail: 'a room, by what the process grew; its garbage counted',
    };
  } finally {
    for (const editor of editors) editor.leave();
    await server.stop();
  }
}
