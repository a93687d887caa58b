import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { collabRoom } from '@/tests/support/collab-room';

const room = collabRoom();

describe('a body that concurrent edits broke', () => {
  it('is read with all its text', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    legal.document.getXmlFragment('body').insert(1, [new Y.XmlElement('bulletList')]);
    const loose = new Y.XmlElement('listItem');
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Loose item.')]);
    loose.insert(0, [paragraph]);
    legal.document.getXmlFragment('body').insert(2, [loose]);
    await legal.acknowledged();
    expect(await room.stored()).toBe('First.\nLoose item.');
  });
});
