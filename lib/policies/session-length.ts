const HOUR = 3_600_000;

/** A session ends this long after its last use … */
export const IDLE_LIMIT_MS = 12 * HOUR;
/** … and this long after the sign-in, however much it is used. */
export const ABSOLUTE_LIMIT_MS = 14 * 24 * HOUR;
/** Use is noted at most this often, so that reading does not write all the time. */
export const TOUCH_EVERY_MS = 5 * 60_000;

/** When a session that began at `createdAt` ends if it is not used again after `lastSeenAt`. */
export function sessionEnd(createdAt: Date, lastSeenAt: Date): Date {
  return new Date(Math.min(lastSeenAt.getTime() + IDLE_LIMIT_MS, createdAt.getTime() + ABSOLUTE_LIMIT_MS));
}
