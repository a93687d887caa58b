// Editors who send changes as fast as they are acknowledged: reads a FloodTask from standard input, prints a FloodAnswer.
import { text } from 'node:stream/consumers';
import * as Y from 'yjs';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import type { FloodAnswer, FloodTask } from './flood-task';
import { RawEditor } from './raw-editor';

const { host, cookies, rooms, ahead, warmUpSeconds, seconds } = JSON.parse(await text(process.stdin)) as FloodTask;
const errors: string[] = [];
let going = true;

const editors = await Promise.all(
  cookies.map(async (cookie, index) => {
    const room = rooms[index % rooms.length] ?? '';
    const editor = new RawEditor(host, cookie);
    editor.onError = (message) => errors.push(message);
    await editor.connected();
    await editor.enter(room);
    return { editor, next: changesOf(room) };
  }),
);
const atHandshake = editors.map(({ editor }) => editor.acknowledged);
for (const { editor, next } of editors) {
  editor.onAcknowledged = () => {
    if (going) editor.sendMessage(next());
  };
  for (let count = 0; count < ahead; count++) editor.sendMessage(next());
}
await pause(warmUpSeconds * 1000);
const [before, started, used] = [acknowledged(), performance.now(), process.cpuUsage()];
await pause(seconds * 1000);
const [after, taken, { user, system }] = [acknowledged(), performance.now() - started, process.cpuUsage(used)];
going = false;
for (const { editor } of editors) editor.leave();
const answer: FloodAnswer = { acknowledged: after - before, seconds: taken / 1000, clientLoad: (user + system) / 1000 / taken, errors };
process.stdout.write(JSON.stringify(answer), () => process.exit(0));

function acknowledged(): number {
  return editors.reduce((sum, { editor }, index) => sum + editor.acknowledged - (atHandshake[index] ?? 0), 0);
}

/** One letter after the other at the end of a paragraph of one's own, as messages. */
function changesOf(room: string): () => Uint8Array {
  const document = new Y.Doc();
  let made = new Uint8Array();
  document.on('update', (update: Uint8Array) => {
    made = new Uint8Array(update);
  });
  const own = new Y.XmlText();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [own]);
  document.getXmlFragment(ROOM_FRAGMENT).insert(0, [paragraph]);
  let first: Uint8Array | null = made;
  return () => {
    if (first) {
      const message = RawEditor.message(room, first);
      first = null;
      return message;
    }
    own.insert(own.length, own.length % 6 === 5 ? ' ' : 'e');
    return RawEditor.message(room, made);
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
