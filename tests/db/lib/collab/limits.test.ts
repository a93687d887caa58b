import { describe, expect, it } from 'vitest';
import { until } from '@/tests/support/collab';
import { collabRoom } from '@/tests/support/collab-room';

const room = collabRoom();

describe('limits', () => {
  it('refuse a change that is too large, and keep the room readable', async () => {
    await room.replaceServer({ limits: { roomBytes: 2_000 } });
    const legal = await room.join('legal');
    await legal.synced();
    legal.write('x'.repeat(3_000));
    await until(() => legal.refusals.includes('too-large'));
    expect(await room.logged()).toBe(0);
    const risk = await room.join('risk');
    await risk.synced();
    expect(risk.text()).toBe('First.');
  });

  it('refuse a member with too many sockets', async () => {
    await room.replaceServer({ limits: { socketsPerMember: 2 } });
    const two = [await room.join('legal'), await room.join('legal')];
    await Promise.all(two.map((client) => client.synced()));
    const third = await room.join('legal');
    await until(() => third.refusals.includes('too-many'));
    const risk = await room.join('risk');
    await risk.synced();
  });
});
