import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type AuthoredNode, authoredBody } from '@/lib/letter/authorship/authored-body';
import type { WriterSpan } from '@/lib/letter/authorship/authorship';
import { passagesOf } from '@/lib/letter/authorship/passages';
import { initialRoomState } from '@/lib/letter/schema/initial-room-state';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { doc, figureNumber, p } from '@/tests/support/section-body';

const [ADA, LEE] = [11, 12];
const at = '2026-07-01T14:00:00.000Z';
const span = (clientId: number, fromClock: number, toClock: number, memberId: string | null): WriterSpan => ({
  ...{ clientId, fromClock, toClock, memberId, at },
});
const WRITERS = [span(ADA, 0, 9_999, 'ada'), span(LEE, 0, 9_999, 'lee')];

/** A room with a first text, and a way to write in it as somebody. */
function room(...paragraphs: Parameters<typeof doc>) {
  const document = new Y.Doc();
  Y.applyUpdate(document, initialRoomState(doc(...paragraphs)));
  const textOf = (place: number) => (document.getXmlFragment(ROOM_FRAGMENT).get(place) as Y.XmlElement).get(0) as Y.XmlText;
  return {
    document,
    as: (clientID: number, write: (text: (place: number) => Y.XmlText) => void) => {
      document.clientID = clientID;
      write(textOf);
    },
  };
}

const who = (body: AuthoredNode) =>
  passagesOf(body, () => '#').map(({ text, author }) => `${author.by === 'member' ? author.memberId : author.by}:${text}`);

describe('who wrote each passage', () => {
  it('is the first draft where nobody wrote since', () => {
    const { document } = room(p('One.'), p('Two.'));
    expect(who(authoredBody(document, []))).toEqual(['first-draft:One.', 'first-draft:Two.']);
  });

  it('is told apart within a sentence, and words taken out are nobody’s', () => {
    const { document, as } = room(p('The cost is high.'));
    as(ADA, (text) => text(0).insert(12, 'very '));
    as(LEE, (text) => text(0).delete(0, 3));
    as(LEE, (text) => text(0).insert(0, 'Its'));
    expect(who(authoredBody(document, WRITERS))).toEqual(['lee:Its', 'first-draft: cost is ', 'ada:very ', 'first-draft:high.']);
  });

  it('is the writer’s still after somebody else made it bold, and the marks are kept', () => {
    const { document, as } = room(p('Plain.'));
    as(ADA, (text) => text(0).insert(6, ' Added.'));
    as(LEE, (text) => text(0).format(7, 5, { bold: {} }));
    const body = authoredBody(document, WRITERS);
    expect(who(body)).toEqual(['first-draft:Plain.', 'ada: Added.']);
    expect(body.content?.[0]?.content?.filter(({ marks }) => marks)).toMatchObject([{ text: 'Added', marks: [{ type: 'bold' }] }]);
  });

  it('follows who the client was at that time, and joins what one person wrote in two sittings', () => {
    const { document, as } = room(p('.'));
    as(ADA, (text) => text(0).insert(1, 'abcdef'));
    const writers = [span(ADA, 0, 1, 'ada'), span(ADA, 2, 3, 'ada'), span(ADA, 4, 5, 'kim')];
    expect(who(authoredBody(document, writers))).toEqual(['first-draft:.', 'ada:abcd', 'kim:ef']);
  });

  it('is the server’s own, or unknown, where it is', () => {
    const { document, as } = room(p('.'));
    as(ADA, (text) => text(0).insert(1, 'x'));
    as(LEE, (text) => text(0).insert(2, 'y'));
    expect(who(authoredBody(document, [span(ADA, 0, 0, null)]))).toEqual(['first-draft:.', 'server:x', 'unknown:y']);
  });

  it('counts a figure for whoever put it there', () => {
    const { document, as } = room(p('Saving: ', figureNumber({ figureId: 'f', runId: 'r', nodeId: 'n' })));
    as(ADA, () => {
      const figure = new Y.XmlElement('figureNumber');
      (document.getXmlFragment(ROOM_FRAGMENT).get(0) as Y.XmlElement).push([figure]);
    });
    expect(who(authoredBody(document, WRITERS))).toEqual(['first-draft:Saving: #', 'ada:#']);
  });
});
