import { WebSocket } from 'ws';

const cookies = new Map<string, string>();

/**
 * Lets the page's own code for rooms (SectionRoom and what it uses) run in Node: a window that never gets the focus, and WebSockets that carry
 * the cookie of the person named in the address, as a browser's would. There is no database of the browser: what is unsent dies with the page.
 */
export function pretendPage(): void {
  const nothing = () => {};
  Object.assign(globalThis, { window: { addEventListener: nothing, removeEventListener: nothing }, WebSocket: PageSocket });
}

/** The address of the rooms for a page of this person; a page of its own has a socket of its own. */
export function pageUrl(host: string, page: string, cookie: string): string {
  cookies.set(page, cookie);
  return `ws://${host}/collab?page=${encodeURIComponent(page)}`;
}

class PageSocket extends WebSocket {
  constructor(address: string) {
    const { host, searchParams } = new URL(address);
    super(address, { headers: { cookie: cookies.get(searchParams.get('page') ?? '') ?? '', origin: `http://${host}` } });
    this.on('error', () => {});
  }
}
