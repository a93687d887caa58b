/** The largest Word file that is taken in, as sent. */
export const RETURN_LIMITS = { maxBytes: 100 * 1024 * 1024 } as const;

/** How long a thread may read or compare one file: a letter of 60 pages takes a second, and what takes minutes was made to. */
export const READING_LIMIT = {
  ms: 5 * 60_000,
  message: 'Reading this file takes longer than any letter does. It was given up.',
} as const;
