import { describe, expect, it } from 'vitest';
import { type RoomFacts, type RoomRight, roomRight } from '@/lib/collab/room-facts';
import type { RoomKey } from '@/lib/collab/room-key';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';
import type { Role } from '@/lib/policies/actor';

const actor = (role: Role, firmId = 'firm') => ({ memberId: role, firmId, sessionId: 's', role, name: role });
const text = {
  sectionId: 'section',
  firmId: 'firm',
  generation: 1,
  schemaVersion: SCHEMA_VERSION,
  state: 'drafting',
  frozen: false,
} as const;
const section: RoomFacts = { kind: 'section', ...text };
const fork: RoomFacts = { kind: 'fork', ...text, memberId: 'outside-counsel', follows: true };
const sectionKey: RoomKey = { kind: 'section', sectionId: 'section', generation: 1 };
const forkKey: RoomKey = { kind: 'fork', forkId: 'fork', generation: 1 };
const letterKey: RoomKey = { kind: 'letter', letterId: 'letter' };
const word = (right: RoomRight) => ('refused' in right ? right.refused : right.editable ? 'write' : 'read');

describe('the right to a room', () => {
  it.each<[Role, string, string, string]>([
    // role, section, own fork, fork of another
    ['administrator', 'write', 'write', 'read'],
    ['legal', 'write', 'write', 'read'],
    ['risk', 'write', 'write', 'read'],
    ['approver', 'read', 'write', 'read'],
    ['outside-counsel', 'read', 'write', 'read'],
    ['observer', 'read', 'read', 'read'],
  ])('of %s is to %s in the section, %s in an own fork and %s in another’s', (role, inSection, inOwn, inOther) => {
    const own: RoomFacts = { ...fork, memberId: role };
    const other: RoomFacts = { ...fork, memberId: 'somebody' };
    expect(word(roomRight(actor(role), sectionKey, section))).toBe(inSection);
    expect(word(roomRight(actor(role), forkKey, own))).toBe(inOwn);
    expect(word(roomRight(actor(role), forkKey, other))).toBe(inOther);
    expect(word(roomRight(actor(role), letterKey, { kind: 'letter', firmId: 'firm' }))).toBe('read');
    for (const [key, facts] of [[sectionKey, section] as const, [forkKey, own] as const]) {
      expect(word(roomRight(actor(role), key, { ...facts, state: 'signed' }))).toBe('read');
      expect(word(roomRight(actor(role), key, { ...facts, frozen: true }))).toBe('read');
      expect(word(roomRight(actor(role, 'another firm'), key, facts))).toBe('not-found');
    }
  });

  it.each<[string, RoomKey, RoomFacts | undefined, string]>([
    ['a section that is gone', sectionKey, undefined, 'not-found'],
    ['another firm’s letter', letterKey, { kind: 'letter', firmId: 'another firm' }, 'not-found'],
    ['an ended generation of a section', sectionKey, { ...section, generation: 2 }, 'generation'],
    ['an ended generation of a fork', forkKey, { ...fork, generation: 2 }, 'fork-generation'],
    ['a fork of a section that was made anew', forkKey, { ...fork, follows: false }, 'fork-generation'],
    ['a section of another schema', sectionKey, { ...section, schemaVersion: SCHEMA_VERSION + 1 }, 'schema-version'],
  ])('is refused to %s', (_, key, facts, refusal) => {
    expect(roomRight(actor('legal'), key, facts)).toEqual({ refused: refusal });
  });
});
