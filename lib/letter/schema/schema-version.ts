/** Raised with every change of the section schema; a room's handshake refuses a client of another version. */
export const SCHEMA_VERSION = 2;
