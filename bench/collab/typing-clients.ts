// Editors who type as people do, in one process: reads a TypingTask from standard input, prints a TypingAnswer.
import { text } from 'node:stream/consumers';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { writeRoomToken } from '@/lib/letter/schema/room-token';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';
import type { TypingAnswer, TypingTask } from './typing-task';

const PAUSE_MS = 250;

interface Place {
  readonly document: Y.Doc;
  readonly provider: HocuspocusProvider;
  /** how much of each writer's changes has arrived here */
  readonly seen: Map<number, number>;
}

const { host, cookies, rooms, roomsOfEditor, seconds } = JSON.parse(await text(process.stdin)) as TypingTask;
const latencies: number[] = [];
const errors: string[] = [];
/** when each change of each writer was made, by the writer's number and the change's place in their sequence */
const typedAt = new Map<number, number[]>();
const writersOf = new Map<string, number[]>();
let [measuring, keystrokes] = [false, 0];

const editors = cookies.map((cookie, index) => {
  const socket = new HocuspocusProviderWebsocket({ url: `ws://${host}/collab`, WebSocketPolyfill: withCookie(cookie) });
  const own = Array.from({ length: Math.min(roomsOfEditor, rooms.length) }, (_, more) => rooms[(index + more) % rooms.length] ?? '');
  return own.map((room) => enter(room, socket));
});
await until(() => editors.flat().every(({ provider }) => provider.isSynced), 'not every editor came in');

const texts = editors.map(([place]) => (place ? ownParagraph(place) : null));
await pause(1_500);
measuring = true;
const end = performance.now() + seconds * 1000;
await Promise.all(texts.map((own, index) => (own ? typeOn(own, editors[index]?.[0]) : null)));
await pause(1_000);
measuring = false;
await until(() => editors.flat().every(({ provider }) => provider.unsyncedChanges === 0), 'not everything was acknowledged').catch(
  (error: Error) => errors.push(error.message),
);
latencies.sort((a, b) => a - b);
const answer: TypingAnswer = {
  keystrokes,
  arrivals: latencies.length,
  p50: quantile(0.5),
  p95: quantile(0.95),
  p99: quantile(0.99),
  errors,
};
process.stdout.write(JSON.stringify(answer), () => process.exit(0));

function enter(room: string, websocketProvider: HocuspocusProviderWebsocket): Place {
  const document = new Y.Doc();
  const provider = new HocuspocusProvider({
    name: room,
    document,
    websocketProvider,
    token: writeRoomToken({ schemaVersion: SCHEMA_VERSION }),
    onAuthenticationFailed: ({ reason }) => errors.push(`refused: ${reason}`),
    onClose: ({ event }) => errors.push(`closed: ${event.code} ${event.reason}`),
  });
  const place: Place = { document, provider, seen: new Map() };
  document.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) noteArrivals(place, writersOf.get(room) ?? []);
  });
  provider.attach();
  return place;
}

function noteArrivals({ document, seen }: Place, writers: readonly number[]): void {
  const now = performance.now();
  for (const writer of writers) {
    const clock = Y.getState(document.store, writer);
    const from = seen.get(writer) ?? 0;
    if (clock === from) continue;
    seen.set(writer, clock);
    if (!measuring || writer === document.clientID) continue;
    const times = typedAt.get(writer) ?? [];
    for (let at = from; at < clock; at++) {
      const typed = times[at];
      if (typed !== undefined) latencies.push(now - typed);
    }
  }
}

/** Each writes in a paragraph of their own, at its end. */
function ownParagraph({ document, provider }: Place): Y.XmlText {
  const own = new Y.XmlText('Here: ');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [own]);
  document.getXmlFragment(ROOM_FRAGMENT).insert(0, [paragraph]);
  const writers = writersOf.get(provider.configuration.name) ?? [];
  writersOf.set(provider.configuration.name, [...writers, document.clientID]);
  provider.setAwarenessField('user', { name: 'Editor', color: '#336699' });
  return own;
}

async function typeOn(own: Y.XmlText, place: Place | undefined): Promise<void> {
  if (!place) return;
  const { document, provider } = place;
  const times: number[] = [];
  typedAt.set(document.clientID, times);
  await pause(Math.random() * PAUSE_MS);
  while (performance.now() < end) {
    times[Y.getState(document.store, document.clientID)] = performance.now();
    own.insert(own.length, own.length % 6 === 0 ? ' ' : 'e');
    // the caret goes along, as in the editor
    const caret = Y.createRelativePositionFromTypeIndex(own, own.length);
    provider.setAwarenessField('cursor', { anchor: caret, head: caret });
    keystrokes += 1;
    await pause(PAUSE_MS * (0.5 + Math.random()));
  }
}

function withCookie(cookie: string): typeof WebSocket {
  return class extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie, origin: `http://${host}` }, perMessageDeflate: false });
      this.on('error', (error) => errors.push(error.message));
    }
  } as unknown as typeof WebSocket;
}

function quantile(share: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function until(holds: () => boolean, otherwise: string): Promise<void> {
  const limit = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > limit) throw new Error(`${otherwise}: ${[...new Set(errors)].join(', ')}`);
    await pause(20);
  }
}
