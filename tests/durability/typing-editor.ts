import * as Y from 'yjs';
import { SectionRoom } from '@/components/editor/section-room';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import type { SampleDraw } from '@/lib/sample/sample-draw';
import { pageUrl } from './node-page';
import { WordLedger } from './word-ledger';

export interface Writer {
  readonly name: string;
  readonly memberId: string;
  readonly cookie: string;
  /** the names of the rooms, of sections or of their own copies of sections, that they have open */
  readonly rooms: readonly string[];
}

/** Comes back quickly, so that many rounds fit into minutes; in a browser the first pause is half a second. */
const COME_BACK = { delay: 50, minDelay: 50, maxDelay: 250 };

const MOST_ON_THE_WAY = 60;

/** A person at a page: types uniquely numbered words into several texts through the page's own rooms, and notes when "Saved" is shown. */
export class TypingEditor {
  readonly ledgers = new Map<string, WordLedger>();
  private rooms = new Map<string, SectionRoom>();
  private pages = 0;
  private words = 0;

  constructor(
    private readonly host: string,
    private readonly writer: Writer,
  ) {
    for (const name of writer.rooms) this.ledgers.set(name, new WordLedger());
    this.open();
  }

  /**
   * One thing that a person does: mostly a word or a few, sometimes a new paragraph, sometimes a word taken back. Nothing while much is on its
   * way already, so that a slow machine is not buried.
   */
  act(draw: SampleDraw): void {
    if ([...this.ledgers.values()].reduce((sum, ledger) => sum + ledger.onTheWay, 0) > MOST_ON_THE_WAY) return;
    const open = [...this.rooms].filter(([, room]) => room.getView().ready && room.getView().writable !== false);
    const place = open[draw.between(0, Math.max(0, open.length - 1))];
    if (!place) return;
    const [name, { document }] = place;
    const fragment = document.getXmlFragment(ROOM_FRAGMENT);
    const dice = draw.between(1, 100);
    if (dice <= 6) this.takeBack(name, fragment, draw);
    else if (dice <= 12) this.startParagraph(name, fragment, draw);
    else for (let count = draw.between(1, 4); count > 0; count--) this.typeWord(name, fragment, draw);
    this.noteSaved(name);
  }

  /** Closes the page with what was not sent, and opens it anew, with empty hands. */
  startFromNothing(): void {
    this.close();
    this.open();
  }

  close(): void {
    for (const room of this.rooms.values()) room.destroy();
    for (const ledger of this.ledgers.values()) ledger.pageClosed();
    this.rooms.clear();
  }

  /** Every room says "Saved", and everything typed was said to be. */
  get isSettled(): boolean {
    for (const name of this.rooms.keys()) this.noteSaved(name);
    return [...this.rooms.values()].every(isSaved) && [...this.ledgers.values()].every((ledger) => ledger.onTheWay === 0);
  }

  textOf(name: string): string {
    const room = this.rooms.get(name);
    return room ? plainTextOf(bodyOfRoom(room.document).body) : '';
  }

  /** For the message of a failure: what each room says of itself. */
  states(): string {
    return [...this.rooms.values()].map((room) => JSON.stringify(room.getView().saving)).join(' ');
  }

  private open(): void {
    const { name: writer, memberId, cookie, rooms } = this.writer;
    this.pages += 1;
    const url = pageUrl(this.host, `${writer}.${this.pages}`, cookie);
    for (const name of rooms) {
      const room = new SectionRoom({ name, memberId, url });
      Object.assign(room.provider.configuration.websocketProvider.configuration, COME_BACK);
      room.subscribe(() => this.noteSaved(name));
      this.rooms.set(name, room);
    }
  }

  private noteSaved(name: string): void {
    const room = this.rooms.get(name);
    if (room && isSaved(room)) this.ledgers.get(name)?.allSaved();
  }

  private newWord(name: string): string {
    this.words += 1;
    const word = `${this.writer.name}w${this.words}`;
    this.ledgers.get(name)?.type(word);
    return word;
  }

  private typeWord(name: string, fragment: Y.XmlFragment, draw: SampleDraw): void {
    const texts = textsOf(fragment);
    const text = texts[draw.between(0, Math.max(0, texts.length - 1))];
    if (!text) return;
    const starts = [0, ...[...text.toString().matchAll(/ /g)].map(({ index }) => index + 1)];
    text.insert(starts[draw.between(0, starts.length - 1)] ?? 0, `${this.newWord(name)} `);
  }

  private startParagraph(name: string, fragment: Y.XmlFragment, draw: SampleDraw): void {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(`${this.newWord(name)} `)]);
    fragment.insert(draw.between(0, fragment.length), [paragraph]);
  }

  private takeBack(name: string, fragment: Y.XmlFragment, draw: SampleDraw): void {
    const ledger = this.ledgers.get(name);
    const saved = ledger?.savedWords() ?? [];
    const word = saved[draw.between(0, Math.max(0, saved.length - 1))];
    if (!ledger || !word) return;
    for (const text of textsOf(fragment)) {
      const at = ` ${text.toString()}`.indexOf(` ${word} `);
      if (at < 0) continue;
      text.delete(at, word.length + 1);
      ledger.remove(word);
      return;
    }
  }
}

function isSaved(room: SectionRoom): boolean {
  return room.getView().saving.kind === 'saved';
}

function textsOf(fragment: Y.XmlFragment): Y.XmlText[] {
  return fragment
    .toArray()
    .flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
    .filter((child) => child instanceof Y.XmlText);
}
