/** What the process of the typing editors is asked to do. */
export interface TypingTask {
  readonly host: string;
  /** one editor each */
  readonly cookies: readonly string[];
  readonly rooms: readonly string[];
  /** how many rooms an editor has open; they type in the first of them */
  readonly roomsOfEditor: number;
  readonly seconds: number;
}

export interface TypingAnswer {
  readonly keystrokes: number;
  /** keystrokes that came to a peer's document, each peer counted */
  readonly arrivals: number;
  /** from the keystroke to the peer's document, milliseconds */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly errors: readonly string[];
}
