import * as Y from 'yjs';
import type { WriterSpan } from './authorship';

/** Which clients' changes an update holds, in whose name it was sent. Neighbouring changes of a client are one span. */
export function spansOfUpdate(update: Uint8Array, memberId: string | null, at: string): readonly WriterSpan[] {
  const spans: { clientId: number; fromClock: number; toClock: number; memberId: string | null; at: string }[] = [];
  for (const struct of Y.decodeUpdate(update).structs) {
    // a gap in the update is nobody's change
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    const last = spans.at(-1);
    if (last?.clientId === client && last.toClock === clock - 1) last.toClock = clock + struct.length - 1;
    else spans.push({ clientId: client, fromClock: clock, toClock: clock + struct.length - 1, memberId, at });
  }
  return spans;
}
