import { expect, it } from 'vitest';
import { parseRoomName, roomName } from '@/lib/letter/schema/room-name';
import { readRoomToken, writeRoomToken } from '@/lib/letter/schema/room-token';

const sectionId = '0b8f6b62-9f5f-4d0a-8a53-3f1f0a6f2f11';

it('a room name names a section and a generation, and nothing else is a room name', () => {
  expect(parseRoomName(roomName({ sectionId, generation: 12 }))).toEqual({ sectionId, generation: 12 });
  for (const name of [
    '',
    'section',
    `section:${sectionId}`,
    `section:${sectionId}:0`,
    `section:${sectionId}:01`,
    `section:${sectionId}:1:2`,
    `section:${sectionId}:-1`,
    `section:x:1`,
    `other:${sectionId}:1`,
    `section:${sectionId.toUpperCase()}:1`,
  ]) {
    expect(parseRoomName(name)).toBeNull();
  }
});

it('a token says the schema version; anything else is none', () => {
  expect(readRoomToken(writeRoomToken({ schemaVersion: 3 }))).toEqual({ schemaVersion: 3 });
  for (const text of ['', '1', 'null', '{}', '{"schemaVersion":"1"}', '[1]']) expect(readRoomToken(text)).toBeNull();
});
