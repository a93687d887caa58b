import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { Announcements } from '@/lib/services/live/announcements';

/** The part of pino's logger that rooms use. */
export interface CollabLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface CollabLimits {
  /** one message of a client, bytes */
  readonly messageBytes: number;
  /** one room: its state and what was added to it while it was open, bytes */
  readonly roomBytes: number;
  /** sockets (browser tabs) that a member has open at once */
  readonly socketsPerMember: number;
  /** rooms that a socket has open at once */
  readonly roomsPerSocket: number;
  /** what may wait to be sent to a slow client before it is cut off, bytes */
  readonly unsentBytes: number;
}

export const DEFAULT_LIMITS: CollabLimits = {
  messageBytes: 4 * 1024 * 1024,
  roomBytes: 16 * 1024 * 1024,
  socketsPerMember: 30,
  roomsPerSocket: 400,
  unsentBytes: 32 * 1024 * 1024,
};

/** A text that changed and came to rest. */
export type SettledRoom =
  | { readonly kind: 'section'; readonly firmId: string; readonly sectionId: string }
  | { readonly kind: 'fork'; readonly firmId: string; readonly sectionId: string; readonly forkId: string };

export interface CollabOptions {
  readonly db: PrismaClient;
  readonly logger: CollabLogger;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** What services and other processes tell of through the database. */
  readonly announcements: Announcements;
  /** The address of a Redis through which several processes share their rooms; without it they share texts through the database alone. */
  readonly redisUrl?: string | null;
  /**
   * What follows from a change of a text, a moment after it: suggestions, signatures, anchors. Called by whichever process saw the change, and
   * by all of them for a change that a service made: doing it twice must do no harm.
   */
  readonly onTextSettled?: (room: SettledRoom) => Promise<void>;
  readonly limits?: Partial<CollabLimits>;
  /** How often the rights of open connections are looked up, milliseconds. */
  readonly watchEveryMs?: number;
  /** How long after a change, and at most how long while changes go on, the log is folded into the state, milliseconds. */
  readonly compactAfterMs?: number;
  readonly compactWithinMs?: number;
}
