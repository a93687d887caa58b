import type { RunningChild } from './child-process';
import type { LetterRooms } from './letter-rooms';

/** A letter with rooms, and the ways to serve it. */
export interface Stage extends LetterRooms {
  readonly host: string;
  /** The product's server with rooms alone, on the built-in PostgreSQL with production's settings. */
  startOwn(): Promise<RunningChild>;
  /** Hocuspocus with nothing: no extension, no persistence. */
  startBare(): Promise<RunningChild>;
}
