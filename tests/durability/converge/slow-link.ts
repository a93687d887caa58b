import { WebSocket } from 'ws';
import type { SampleDraw } from '@/lib/sample/sample-draw';

interface Door {
  readonly host: string;
  readonly cookie: string;
}

/**
 * The way between one client and the server, which can be fast, slow (messages wait, in both directions, until some are let through) or cut.
 * Messages of one direction keep their order, as on any socket; what waits when a socket ends is lost with it.
 */
export class SlowLink {
  private readonly waiting = { out: [] as (() => void)[], in: [] as (() => void)[] };
  private open: WebSocket | null = null;
  private slow = false;
  isCut = false;

  constructor(private readonly door: Door) {}

  /** The WebSocket of this link, for the provider: each time it is made it is the link's only one. */
  socketClass(): typeof WebSocket {
    const link = this;
    return class extends WebSocket {
      private readonly wrapped = new Map<unknown, (event: never) => void>();

      constructor(address: string) {
        if (link.isCut) throw new Error('no network');
        super(address, { headers: { cookie: link.door.cookie, origin: `http://${link.door.host}` } });
        this.on('error', () => {});
        link.adopt(this);
      }

      override send(data: never): void {
        link.pass('out', this, () => super.send(data));
      }

      override addEventListener(name: never, listener: (event: unknown) => void): void {
        const through = name === 'message' ? (event: unknown) => link.pass('in', this, () => listener(event)) : listener;
        this.wrapped.set(listener, through as (event: never) => void);
        super.addEventListener(name, through as never);
      }

      override removeEventListener(name: never, listener: never): void {
        super.removeEventListener(name, (this.wrapped.get(listener) ?? listener) as never);
      }
    } as unknown as typeof WebSocket;
  }

  /** From now on messages wait. */
  slowDown(): void {
    this.slow = true;
  }

  /** Lets some of what waits through. */
  trickle(draw: SampleDraw): void {
    for (const queue of [this.waiting.out, this.waiting.in]) for (const send of queue.splice(0, draw.between(0, 6))) send();
  }

  /** Lets everything through, now and from now on. */
  speedUp(): void {
    this.slow = false;
    for (const queue of [this.waiting.out, this.waiting.in]) while (queue.length > 0) queue.shift()?.();
  }

  /** Ends the socket at once, with what waits. */
  drop(): void {
    this.waiting.out.length = 0;
    this.waiting.in.length = 0;
    this.open?.terminate();
    this.open = null;
  }

  private adopt(socket: WebSocket): void {
    this.drop();
    this.open = socket;
  }

  private pass(way: 'out' | 'in', socket: WebSocket, send: () => void): void {
    if (socket !== this.open) return;
    const queue = this.waiting[way];
    if (!this.slow && queue.length === 0) send();
    else queue.push(() => (socket === this.open && (way === 'in' || socket.readyState === WebSocket.OPEN) ? send() : undefined));
  }
}
