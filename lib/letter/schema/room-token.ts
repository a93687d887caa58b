/** What a client says of itself when it asks for a room; who it is, the session cookie says. */
export interface RoomToken {
  readonly schemaVersion: number;
}

export function writeRoomToken(token: RoomToken): string {
  return JSON.stringify({ schemaVersion: token.schemaVersion });
}

/** Null for anything that is not a token of this form. */
export function readRoomToken(text: string): RoomToken | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return null;
    return typeof value.schemaVersion === 'number' ? { schemaVersion: value.schemaVersion } : null;
  } catch {
    return null;
  }
}
