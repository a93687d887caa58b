import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { SectionProvider } from '@/components/editor/section-provider';
import { isRoomRefusal, ROOM_REFUSALS } from '@/lib/letter/schema/room-refusal';
import { writeRoomToken } from '@/lib/letter/schema/room-token';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';
import { HeadlessEditor } from './headless-editor';
import { SlowLink } from './slow-link';

const COME_BACK = { delay: 10, minDelay: 10, maxDelay: 40 };
const ASK_AGAIN_MS = 20;

/** A page with one section open: the product's provider and an editor, bound to the document once the room's text is there. */
export class RoomClient {
  readonly document = new Y.Doc();
  readonly link: SlowLink;
  readonly refusals: string[] = [];
  editor: HeadlessEditor | null = null;
  private readonly provider: SectionProvider;
  private readonly socket: HocuspocusProviderWebsocket;
  private gone = false;

  constructor(options: {
    readonly host: string;
    readonly room: string;
    readonly cookie: string;
    readonly clientId: number;
    readonly newId: () => string;
    /** Hears every change that is made here: by the person, or by the editor in its name. */
    readonly onOwnUpdate: (update: Uint8Array) => void;
    readonly onRefused?: (reason: string) => void;
  }) {
    this.document.clientID = options.clientId;
    this.link = new SlowLink(options);
    const refused = (reason: string) => {
      this.refused(reason);
      options.onRefused?.(reason);
    };
    this.socket = new HocuspocusProviderWebsocket({
      url: `ws://${options.host}/collab`,
      WebSocketPolyfill: this.link.socketClass(),
      ...COME_BACK,
    });
    this.provider = new SectionProvider({
      name: options.room,
      document: this.document,
      websocketProvider: this.socket,
      token: () => writeRoomToken({ schemaVersion: SCHEMA_VERSION }),
      onSynced: () => {
        this.editor ??= new HeadlessEditor(this.document, options.newId);
      },
      onAuthenticationFailed: ({ reason }) => refused(reason),
      onClose: ({ event }) => refused(event.reason),
    });
    this.document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this.provider) options.onOwnUpdate(update);
    });
    this.provider.attach();
  }

  /** The server said that it has everything that is here. */
  get isSaved(): boolean {
    return this.provider.hasEverything && this.editor !== null;
  }

  /** Something was written here that the server has not acknowledged. */
  get hasUnsent(): boolean {
    return this.provider.changedHere;
  }

  goOffline(): void {
    this.link.isCut = true;
    this.link.drop();
  }

  comeBack(): void {
    this.link.isCut = false;
    this.link.speedUp();
    void this.socket.connect();
  }

  leave(): void {
    this.gone = true;
    this.provider.destroy();
    this.socket.destroy();
    this.link.drop();
    this.editor?.destroy();
    this.document.destroy();
  }

  /** As the page does: what the room's reason says passes by itself is tried again. */
  private refused(reason: string): void {
    this.refusals.push(reason);
    if (!isRoomRefusal(reason) || ROOM_REFUSALS[reason].next !== 'retry') return;
    setTimeout(() => {
      if (!this.gone && !this.provider.isAuthenticated && this.socket.status === 'connected') void this.provider.askAgain();
    }, ASK_AGAIN_MS);
  }
}
