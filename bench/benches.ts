import type { BenchFigure } from './measure/figure';

/** A bench, whose code is read only when it is asked for. */
export interface Bench {
  readonly summary: string;
  /** `figures` measures in order; it may write to the folder, which is taken away afterwards. */
  readonly load: () => Promise<{ figures(folder: string): AsyncIterable<BenchFigure> }>;
}

/** Every bench by its name. A new one is one entry here. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  margin: { summary: 'margin methods, frameworks compared, positions files read', load: () => import('./margin/margin-bench') },
  word: { summary: 'a long letter written to Word, beside pandoc', load: () => import('./word/word-bench') },
  collab: { summary: 'keystrokes to peers, durable changes per second, rooms', load: () => import('./collab/collab-bench') },
  web: { summary: 'a letter of 100 sections in Chromium', load: () => import('./web/web-bench') },
  compare: { summary: 'two versions of a letter of 100 pages compared', load: () => import('./compare/compare-bench') },
};
