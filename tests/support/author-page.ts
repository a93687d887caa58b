import { setTimeout as wait } from 'node:timers/promises';
import { ForkSession } from '@/components/editor/fork-session';
import { rebindEditor } from '@/components/editor/rebind-editor';
import type { SectionRoom } from '@/components/editor/section-room';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { carryOver } from '@/lib/services/fork/carry-over';
import { openFork } from '@/lib/services/fork/open-fork';
import { pageUrl, pretendPage } from '@/tests/durability/node-page';
import { StandingEditor } from './standing-editor';

interface AuthorPageOptions {
  readonly host: string;
  readonly cookie: string;
  readonly sectionId: string;
  /** of the author */
  readonly ctx: ServiceContext;
  /** Held up before and after the server answers a request of this kind. */
  readonly onTheWay?: (what: 'fork' | 'late-updates') => Promise<unknown>;
}

/** The page of a member who suggests, without a screen: their copy of the section, and an editor that is bound to it when `bind` is called. */
export class AuthorPage {
  editor: StandingEditor | null = null;
  readonly session: ForkSession;
  private room: SectionRoom | null = null;
  private readonly user: { readonly memberId: string; readonly name: string };
  private readonly fetchBefore = globalThis.fetch;

  constructor({ host, cookie, sectionId, ctx, onTheWay = async () => {} }: AuthorPageOptions) {
    pretendPage();
    const { memberId, name } = ctx.actor;
    this.user = { memberId, name };
    globalThis.fetch = (async (path: string, { body }: RequestInit) => {
      const what = path.endsWith('/fork') ? 'fork' : 'late-updates';
      await onTheWay(what);
      const answer = what === 'fork' ? await openFork(ctx, sectionId) : await handOver(ctx, path, body as Blob);
      await onTheWay(what);
      return new Response(JSON.stringify(answer));
    }) as typeof fetch;
    this.session = new ForkSession({ sectionId, memberId, url: pageUrl(host, memberId, cookie) });
  }

  /** Binds the editor to the copy that the session has now, as the product's page does when it hears of it. */
  bind(): void {
    const { room } = this.session.getView();
    if (!room || room === this.room || !room.getView().ready) return;
    if (!this.editor) this.editor = new StandingEditor(room, this.user, () => crypto.randomUUID());
    else if (!rebindEditor(this.editor.asEditor, { room, user: this.user, takeOver: () => this.session.takeOver(room) })) return;
    this.room = room;
    this.session.bound(room);
  }

  /** Binds again and again, each time so many milliseconds later, until it holds. */
  async bindUntil(holds: () => boolean, late: () => number = () => 0): Promise<void> {
    const end = Date.now() + 20_000;
    for (this.bind(); !holds(); this.bind()) {
      if (Date.now() > end) throw new Error(`It never came to hold; the page shows: ${this.editor?.text}`);
      await wait(1 + late());
    }
  }

  /** The generation of the copy in which the editor writes. */
  get generation(): number {
    return Number(this.room?.name.split(':')[2]);
  }

  /** The generation of the copy that is there to be bound to. */
  get newest(): number {
    return Number(this.session.getView().room?.name.split(':')[2]);
  }

  get isSaved(): boolean {
    const { room } = this.session.getView();
    return room !== null && room === this.room && room.getView().saving.kind === 'saved';
  }

  close(): void {
    this.session.destroy();
    this.editor?.destroy();
    globalThis.fetch = this.fetchBefore;
  }
}

function handOver(ctx: ServiceContext, path: string, body: Blob) {
  const [, forkId = '', generation = ''] = /forks\/(.+)\/late-updates\?generation=(\d+)$/.exec(path) ?? [];
  return body.arrayBuffer().then((bytes) => carryOver(ctx, { forkId, generation: Number(generation), update: new Uint8Array(bytes) }));
}
