import type { Extension } from '@hocuspocus/server';
import { memberOfCookie } from '@/lib/auth/session-from-cookie';
import type { CollabOptions } from '../collab-options';
import type { RoomContext } from '../room-context';
import { RoomRefused, refuseForNow } from '../room-refused';

/** Who asks: the member of the session cookie that came with the upgrade, looked up anew for every room. */
export function authentication({ db, clock }: CollabOptions): Extension<RoomContext> {
  return {
    extensionName: 'authentication',
    async onConnect({ requestHeaders }): Promise<RoomContext> {
      const actor = await memberOfCookie(db, requestHeaders.get('cookie'), clock()).catch(refuseForNow);
      if (!actor) throw new RoomRefused('signed-out');
      return { actor };
    },
  };
}
