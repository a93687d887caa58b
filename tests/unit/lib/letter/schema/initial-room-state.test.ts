import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { contentHash } from '@/lib/core/hash';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { initialRoomState } from '@/lib/letter/schema/initial-room-state';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { sectionSchema } from '@/lib/letter/schema/section-schema';
import { uniqueIdentities } from '@/lib/letter/schema/unique-identities';
import { validateBody } from '@/lib/letter/schema/validate-body';
import { anyBody, doc, figureNumber, footnote, p, text } from '@/tests/support/section-body';

/** The canonical JSON of a body: attributes filled in, neighbouring text with equal marks joined. */
function canonical(body: ProseNode): ProseNode {
  const checked = validateBody(body);
  if (!checked.ok) throw new Error(checked.failures.join());
  return checked.value;
}

function roomOf(...states: Uint8Array[]): Y.Doc {
  const room = new Y.Doc();
  for (const state of states) Y.applyUpdate(room, state);
  return room;
}

describe('the first state of a room', () => {
  it('keeps every node, mark, attribute and footnote of any body', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyBody, (body) => {
        const expected = uniqueIdentities(canonical(body), contentHash(canonical(body)));
        const read = bodyOfRoom(roomOf(initialRoomState(body)));
        expect(read.repaired).toBe(false);
        expect(read.body).toEqual(expected);
        for (const [, name] of JSON.stringify(body).matchAll(/"type":"(\w+)"/g)) seen.add(name!);
      }),
      { numRuns: 150 },
    );
    const names = [...Object.keys(sectionSchema.nodes), ...Object.keys(sectionSchema.marks)];
    expect(names.filter((name) => !seen.has(name))).toEqual([]);
  }, 60_000);

  it('is the same bytes for the same body, so that content given twice stands there once', () => {
    const body = doc(p('Once.'));
    const first = initialRoomState(body);
    expect([...initialRoomState(body)]).toEqual([...first]);
    expect(bodyOfRoom(roomOf(first, initialRoomState(body))).body.content).toHaveLength(1);
  });

  it('keeps a figure between texts, with its format and exact value', () => {
    const attrs = {
      figureId: 'f',
      runId: 'r',
      path: 'frameworks/x/total',
      format: { style: 'money', currency: 'USD', scale: 'millions', decimals: 1 },
      valueAtInsertion: '123456789012345678901234567890.01',
      nodeId: 'n1',
    };
    const read = bodyOfRoom(roomOf(initialRoomState(doc(p('It is ', figureNumber(attrs), ' today', footnote(p('At run 3.')), '.')))));
    const content = read.body.content?.[0]?.content ?? [];
    expect(content.map((node) => node.type)).toEqual(['text', 'figureNumber', 'text', 'footnote', 'text']);
    expect(content[1]?.attrs).toEqual(attrs);
    expect(content[3]?.content?.[0]?.content).toEqual([text('At run 3.')]);
  });

  it('refuses a body that is not of the section form', () => {
    expect(() => initialRoomState({ type: 'doc', content: [{ type: 'video' }] })).toThrow(RangeError);
    expect(() => initialRoomState({ type: 'doc', content: [] })).toThrow(RangeError);
  });
});
