import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { initialRoomState } from '@/lib/letter/schema/initial-room-state';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { updateTo } from '@/lib/services/room/update-to';
import { anyBody, bullets, doc, footnote, h, p, text } from '@/tests/support/section-body';

function roomOf(body: ProseNode): Y.Doc {
  const room = new Y.Doc();
  Y.applyUpdate(room, initialRoomState(body));
  return room;
}

function copyOf(room: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(room));
  return copy;
}

/** The body with its blocks changed; what has a name keeps it. */
const mapBlocks = (body: ProseNode, change: (blocks: ProseNode[]) => ProseNode[]): ProseNode => ({
  ...body,
  content: change([...(body.content ?? [])]),
});
const withText = (block: ProseNode, ...content: ProseNode[]): ProseNode => ({ ...block, content });

/** Types into the text of the n-th block of a room. */
function type(room: Y.Doc, block: number, at: number, words: string): void {
  const element = room.getXmlFragment(ROOM_FRAGMENT).get(block) as Y.XmlElement;
  (element.get(0) as Y.XmlText).insert(at, words);
}

describe('writing a text into a room', () => {
  it('makes any room say any text', () => {
    fc.assert(
      fc.property(anyBody, anyBody, (first, second) => {
        const room = roomOf(first);
        const { after } = updateTo(room, second);
        return JSON.stringify(bodyOfRoom(room).body) === JSON.stringify(after);
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing for the text that is there', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const room = roomOf(body);
        return updateTo(room, bodyOfRoom(room).body).update === null;
      }),
      { numRuns: 50 },
    );
  });

  it('takes any choice and order of the blocks that were there', () => {
    const choices = fc.tuple(anyBody, anyBody, fc.array(fc.nat(9), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(choices, ([first, second, choice]) => {
        const room = roomOf(first);
        const blocks = [...(bodyOfRoom(room).body.content ?? []), ...(second.content ?? [])];
        const chosen = [...new Set(choice)].flatMap((index) => blocks[index] ?? []);
        fc.pre(chosen.length > 0);
        const { after } = updateTo(room, doc(...chosen));
        return JSON.stringify(bodyOfRoom(room).body) === JSON.stringify(after);
      }),
      { numRuns: 60 },
    );
  });

  const five = doc(p('One.'), p('Two two two.'), p('Three three three.'), p('Four.'), p('Five.'));

  it.each<[string, (blocks: ProseNode[]) => ProseNode[]]>([
    ['another word', (blocks) => blocks.map((block, index) => (index === 1 ? withText(block, text('Two 2 two.')) : block))],
    ['a block before it', (blocks) => [p('New.'), h(1, 'Newer.'), ...blocks]],
    ['a block after it, and one gone before it', (blocks) => [...blocks.slice(1, 3), p('New.'), ...blocks.slice(3)]],
    ['another order of the others', (blocks) => [blocks[4]!, blocks[1]!, blocks[2]!, blocks[3]!, blocks[0]!]],
    [
      'the block split behind it',
      (blocks) => blocks.flatMap((block, index) => (index === 2 ? [withText(block, text('Three three')), p(' three.')] : block)),
    ],
    [
      'bold words beside it',
      (blocks) =>
        blocks.map((block, index) => (index === 2 ? withText(block, text('Three', { type: 'bold' }), text(' three three.')) : block)),
    ],
    [
      'words on both sides of it',
      (blocks) => blocks.map((block, index) => (index === 2 ? withText(block, text('Thre three thre.')) : block)),
    ],
    [
      'a list and a footnote elsewhere',
      (blocks) => [bullets([p('a')], [p('b')]), withText(blocks[0]!, text('One.'), footnote(p('Note.'))), ...blocks.slice(1)],
    ],
  ])('leaves what somebody types at the same moment where it is: %s', (_, change) => {
    const room = roomOf(five);
    const client = copyOf(room);
    type(client, 2, 6, 'TYPED ');
    const { update } = updateTo(room, mapBlocks(bodyOfRoom(room).body, change));
    expect(update).not.toBeNull();
    Y.applyUpdate(client, update!);
    Y.applyUpdate(room, Y.encodeStateAsUpdate(client));
    const words = plainTextOf(bodyOfRoom(client).body);
    expect(words).toContain('e TYPED three');
    expect(plainTextOf(bodyOfRoom(room).body)).toBe(words);
  });

  it('refuses what is no text of a section', () => {
    const room = roomOf(five);
    expect(() => updateTo(room, { type: 'doc', content: [{ type: 'unknown' }] })).toThrow(/form/);
    expect(plainTextOf(bodyOfRoom(room).body)).toBe(plainTextOf(five));
  });

  it('keeps the names of the blocks', () => {
    const room = roomOf(five);
    const before = bodyOfRoom(room).body;
    const { after } = updateTo(
      room,
      mapBlocks(before, (blocks) => [p('New.'), ...blocks.slice(0, 2), ...blocks.slice(3)]),
    );
    const ids = (body: ProseNode) => body.content?.map((block) => block.attrs?.id);
    const [one, two, , four, fifth] = ids(before) ?? [];
    expect(ids(after)?.slice(1)).toEqual([one, two, four, fifth]);
  });
});
