/** The largest Word file that is taken in, as sent. */
export const RETURN_LIMITS = { maxBytes: 100 * 1024 * 1024 } as const;
