import { expect, it } from 'vitest';
import { forkName, parseForkName } from '@/lib/letter/schema/fork-name';
import { letterRoomName, parseLetterRoomName } from '@/lib/letter/schema/letter-room-name';
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

it('the rooms of forks and letters have names of their own', () => {
  const [fork, letter] = [forkName({ forkId: sectionId, generation: 3 }), letterRoomName(sectionId)];
  expect(parseForkName(fork)).toEqual({ forkId: sectionId, generation: 3 });
  expect(parseLetterRoomName(letter)).toBe(sectionId);
  for (const parse of [parseRoomName, parseForkName, parseLetterRoomName]) {
    const understood = [fork, letter, roomName({ sectionId, generation: 3 })].filter((name) => parse(name) !== null);
    expect(understood).toHaveLength(1);
  }
  for (const name of ['letter:1:1', `letter:${sectionId}`, `letter:${sectionId}:2`]) expect(parseLetterRoomName(name)).toBeNull();
});

it('a token says the schema version; anything else is none', () => {
  expect(readRoomToken(writeRoomToken({ schemaVersion: 3 }))).toEqual({ schemaVersion: 3 });
  for (const text of ['', '1', 'null', '{}', '{"schemaVersion":"1"}', '[1]']) expect(readRoomToken(text)).toBeNull();
});
