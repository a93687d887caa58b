import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';

interface Shared {
  readonly socket: HocuspocusProviderWebsocket;
  users: number;
  closing: ReturnType<typeof setTimeout> | undefined;
}

const open = new Map<string, Shared>();

/** Long enough for what was typed last to be acknowledged after its section left the screen. */
const LINGER_MS = 5_000;

/**
 * The page's one socket to a server, shared by all rooms; it comes back by itself, soon at first and at least every ten seconds. Call the
 * given function when the room is done with it.
 */
export function shareSocket(url: string): { readonly socket: HocuspocusProviderWebsocket; readonly release: () => void } {
  let shared = open.get(url);
  if (!shared) {
    shared = {
      socket: new HocuspocusProviderWebsocket({ url, delay: 500, minDelay: 500, maxDelay: 10_000 }),
      users: 0,
      closing: undefined,
    };
    open.set(url, shared);
  }
  const present = shared;
  clearTimeout(present.closing);
  present.users += 1;
  return {
    socket: present.socket,
    release: () => {
      present.users -= 1;
      if (present.users > 0) return;
      present.closing = setTimeout(() => {
        open.delete(url);
        present.socket.destroy();
      }, LINGER_MS);
    },
  };
}
