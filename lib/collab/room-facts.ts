import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { RoomRefusal } from '@/lib/letter/schema/room-refusal';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';
import type { Actor } from '@/lib/policies/actor';
import { canReadLetter } from '@/lib/policies/letter';
import { canEditSection, canReadSection, type SectionFacts } from '@/lib/policies/section';
import { canWriteFork } from '@/lib/policies/suggestion';
import { sectionStateOf } from '@/lib/review/section-state';
import { nameOfRoom, type RoomKey } from './room-key';

interface TextFacts extends SectionFacts {
  readonly sectionId: string;
  /** of the room itself: the section's, or the fork's */
  readonly generation: number;
  readonly schemaVersion: number;
}

/** What rights to a room are decided from, as the database has it now. */
export type RoomFacts =
  | ({ readonly kind: 'section' } & TextFacts)
  | ({ readonly kind: 'fork'; readonly memberId: string; readonly follows: boolean } & TextFacts)
  | { readonly kind: 'letter'; readonly firmId: string };

/** What a member may do in a room: write, only read, or nothing, and why. */
export type RoomRight = { readonly editable: boolean } | { readonly refused: RoomRefusal };

/** The facts of these firms' rooms by their names, in at most one query per kind; a room that is not there is missing. */
export async function readRoomFacts(
  db: PrismaClient,
  firmIds: readonly string[],
  keys: readonly RoomKey[],
): Promise<Map<string, RoomFacts>> {
  const sectionIds = idsOf(keys, (key) => (key.kind === 'section' ? key.sectionId : null));
  const forkIds = idsOf(keys, (key) => (key.kind === 'fork' ? key.forkId : null));
  const letterIds = idsOf(keys, (key) => (key.kind === 'letter' ? key.letterId : null));
  const firmId = { in: [...firmIds] };
  const section = { id: true, firmId: true, generation: true, schemaVersion: true, state: true, frozen: true } as const;
  const [sections, forks, letters] = await Promise.all([
    sectionIds.length > 0 ? db.section.findMany({ where: { id: { in: sectionIds }, firmId }, select: section }) : [],
    forkIds.length > 0
      ? db.sectionFork.findMany({
          where: { id: { in: forkIds }, firmId },
          select: { id: true, memberId: true, generation: true, follows: true, section: { select: section } },
        })
      : [],
    letterIds.length > 0 ? db.letter.findMany({ where: { id: { in: letterIds }, firmId }, select: { id: true, firmId: true } }) : [],
  ]);
  const found = new Map<string, RoomFacts>();
  for (const { id, state, ...row } of sections) found.set(id, { kind: 'section', sectionId: id, ...row, state: sectionStateOf(state) });
  for (const { id, memberId, generation, follows, section: of } of forks) {
    const state = sectionStateOf(of.state);
    const text = { sectionId: of.id, firmId: of.firmId, schemaVersion: of.schemaVersion, state, frozen: of.frozen, generation };
    found.set(id, { kind: 'fork', ...text, memberId, follows: follows === of.generation });
  }
  for (const { id, firmId } of letters) found.set(id, { kind: 'letter', firmId });
  const facts = new Map<string, RoomFacts>();
  for (const key of keys) {
    const fact = found.get(idOf(key));
    if (fact) facts.set(nameOfRoom(key), fact);
  }
  return facts;
}

/** Another firm's room is not found; what was made anew, or is of another schema, is refused before anything is exchanged. */
export function roomRight(actor: Actor, key: RoomKey, facts: RoomFacts | undefined): RoomRight {
  if (!facts || facts.firmId !== actor.firmId) return { refused: 'not-found' };
  if (key.kind === 'letter' || facts.kind === 'letter')
    return canReadLetter(actor).allowed ? { editable: false } : { refused: 'forbidden' };
  if (!canReadSection(actor, facts).allowed) return { refused: 'forbidden' };
  if (facts.kind === 'fork' && (facts.generation !== key.generation || !facts.follows)) return { refused: 'fork-generation' };
  if (facts.generation !== key.generation) return { refused: 'generation' };
  if (facts.schemaVersion !== SCHEMA_VERSION) return { refused: 'schema-version' };
  return { editable: (facts.kind === 'fork' ? canWriteFork(actor, facts) : canEditSection(actor, facts)).allowed };
}

function idOf(key: RoomKey): string {
  if (key.kind === 'section') return key.sectionId;
  return key.kind === 'fork' ? key.forkId : key.letterId;
}

function idsOf(keys: readonly RoomKey[], pick: (key: RoomKey) => string | null): string[] {
  return [...new Set(keys.flatMap((key) => pick(key) ?? []))];
}
