import { MessageType } from '@hocuspocus/server';
import fc from 'fast-check';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { UpdateFunnel } from '@/lib/collab/update-funnel';

const message = (room: string, ...parts: readonly (number | Uint8Array)[]) => {
  const encoder = createEncoder();
  writeVarString(encoder, room);
  for (const part of parts) typeof part === 'number' ? writeVarUint(encoder, part) : writeVarUint8Array(encoder, part);
  return toUint8Array(encoder);
};
const update = (room: string, bytes: Uint8Array) => message(room, MessageType.Sync, messageYjsUpdate, bytes);
const saved = (room: string) => message(room, MessageType.SyncStatus, 1);

/** The changes of somebody who types a text, letter by letter. */
function typed(text: string): Uint8Array[] {
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on('update', (made: Uint8Array) => updates.push(made));
  for (const [at, letter] of [...text].entries()) document.getText('t').insert(at, letter);
  return updates;
}

/** A server that handles one message of a room at a time, when it is told to; and a client that counts. */
function stage() {
  const handed: Uint8Array[] = [];
  const answers: Uint8Array[] = [];
  const funnel = new UpdateFunnel((given) => handed.push(given));
  const text = () => {
    const document = new Y.Doc();
    for (const given of handed) {
      const decoder = createDecoder(given);
      readVarString(decoder);
      if (readVarUint(decoder) !== MessageType.Sync || readVarUint(decoder) === 0) continue;
      try {
        Y.applyUpdate(document, readVarUint8Array(decoder));
      } catch {
        // what is no update changes nothing
      }
    }
    return document.getText('t').toString();
  };
  return { funnel, handed, answers, text, answer: (given: Uint8Array) => funnel.answer(given, (sent) => answers.push(sent)) };
}

describe('the funnel of a socket', () => {
  it('hands on at once what has nothing before it', () => {
    const { funnel, handed } = stage();
    const [first] = typed('a');
    funnel.receive(update('r', first!));
    expect(handed).toEqual([update('r', first!)]);
  });

  it('makes one of what comes while the first is on its way, and acknowledges each', () => {
    const { funnel, handed, answers, answer, text } = stage();
    for (const each of typed('abcdef')) funnel.receive(update('r', each));
    expect(handed).toHaveLength(1);
    answer(saved('r'));
    expect(handed).toHaveLength(2);
    expect(answers).toHaveLength(1);
    answer(saved('r'));
    expect(answers).toHaveLength(6);
    expect(text()).toBe('abcdef');
  });

  it('keeps the rooms of a socket apart', () => {
    const { funnel, handed } = stage();
    for (const each of typed('ab')) {
      funnel.receive(update('r', each));
      funnel.receive(update('s', each));
    }
    expect(handed.map((given) => readVarString(createDecoder(given)))).toEqual(['r', 's']);
  });

  it('lets nothing overtake a change: a handshake comes after what was written before it', () => {
    const { funnel, handed } = stage();
    const [first, second] = typed('ab');
    funnel.receive(update('r', first!));
    funnel.receive(update('r', second!));
    funnel.receive(message('r', MessageType.Sync, messageYjsSyncStep2, new Uint8Array([0, 0])));
    expect(handed).toHaveLength(3);
    expect(handed[1]).toEqual(update('r', second!));
  });

  it('acknowledges nothing of a room that was closed meanwhile', () => {
    const { funnel, handed, answers, answer } = stage();
    for (const each of typed('abc')) funnel.receive(update('r', each));
    answer(message('r', MessageType.CLOSE));
    answer(saved('r'));
    expect(answers).toHaveLength(2);
    expect(handed).toHaveLength(1);
  });

  it('hands on each by itself where one is no update, so that just that one is refused', () => {
    const { funnel, handed, answer } = stage();
    const [first, second] = typed('ab');
    const broken = new Uint8Array([9, 9, 9]);
    for (const each of [first!, broken, second!]) funnel.receive(update('r', each));
    answer(saved('r'));
    expect(handed.slice(1)).toEqual([update('r', broken), update('r', second!)]);
  });

  it('hands on what is no message', () => {
    const { funnel, handed } = stage();
    funnel.receive(new Uint8Array([255]));
    expect(handed).toHaveLength(1);
  });

  it('loses, doubles and forgets nothing, whenever the server answers', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (turns) => {
        const { funnel, handed, answers, answer, text } = stage();
        const wanted = 'x'.repeat(turns.length);
        let answered = 0;
        for (const [index, each] of typed(wanted).entries()) {
          funnel.receive(update('r', each));
          if (turns[index] && answered < handed.length) {
            answered += 1;
            answer(saved('r'));
          }
        }
        while (answered < handed.length) {
          answered += 1;
          answer(saved('r'));
        }
        expect(answers).toHaveLength(turns.length);
        expect(text()).toBe(wanted);
      }),
    );
  });
});
