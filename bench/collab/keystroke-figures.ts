import type { BenchFigure } from '../measure/figure';
import { askChild } from './child-process';
import type { Stage } from './stage';
import type { TypingAnswer, TypingTask } from './typing-task';

/** So many editors; about five of them type in each section. */
const CROWDS = [2, 50, 200];
const TYPISTS_OF_SECTION = 5;
/** Each has the section open in which they type, and the next. */
const ROOMS_OF_EDITOR = 2;
const SECONDS = 12;

/** How long a keystroke takes to the documents of those who have the section open too. */
export async function* keystrokeFigures({ host, cookies, rooms, startOwn }: Stage): AsyncGenerator<BenchFigure> {
  for (const editors of CROWDS) {
    const server = await startOwn();
    try {
      const sections = Math.ceil(editors / TYPISTS_OF_SECTION);
      const task: TypingTask = {
        host,
        cookies: cookies.slice(0, editors),
        rooms: rooms.slice(0, sections),
        roomsOfEditor: ROOMS_OF_EDITOR,
        seconds: SECONDS,
      };
      const { keystrokes, arrivals, p50, p95, p99, errors } = await askChild<TypingAnswer>('bench/collab/typing-clients.ts', task);
      const detail = `${editors} editors in ${sections} ${sections === 1 ? 'section' : 'sections'} of one letter, four keystrokes a second each, caret included`;
      yield { name: `keystroke.${editors}.p50`, value: oneDigit(p50), unit: 'ms', n: arrivals, detail };
      yield { name: `keystroke.${editors}.p95`, value: oneDigit(p95), unit: 'ms', n: arrivals, detail: `p99 ${oneDigit(p99)}` };
      yield {
        name: `keystroke.${editors}.errors`,
        value: errors.length,
        unit: 'errors',
        n: keystrokes,
        detail: errors.length === 0 ? 'of so many keystrokes' : [...new Set(errors)].slice(0, 3).join('; '),
      };
    } finally {
      await server.stop();
    }
  }
}

function oneDigit(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
