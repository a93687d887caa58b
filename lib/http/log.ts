import pino from 'pino';

/** The server's log: JSON lines on standard error, without bodies, cookies or passwords. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info' }, pino.destination(2));
