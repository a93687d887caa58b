import { memberOfSession } from '@/lib/auth/session-from-cookie';
import type { RoomRefusal } from '@/lib/letter/schema/room-refusal';
import type { Actor } from '@/lib/policies/actor';
import { TOUCH_EVERY_MS } from '@/lib/policies/session-length';
import { roleOf } from '@/lib/services/context/actor-of-member';
import type { CollabOptions } from './collab-options';
import type { RoomAccess, RoomConnection } from './room-context';
import { type RoomFacts, readRoomFacts, roomRight } from './room-facts';
import { nameOfRoom } from './room-key';

/**
 * Looks up, twice a second and in a query or two for all, whether every open connection still may what it may: a session revoked or ended, a
 * member suspended or given another role, a section signed, reopened, removed or made anew, a fork made anew. What changed closes the
 * connection, also in the middle of typing.
 */
export class AccessWatch {
  private readonly open = new Map<RoomConnection, RoomAccess>();
  private readonly used = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;

  constructor(private readonly options: CollabOptions) {}

  start(): void {
    this.timer = setInterval(() => void this.look(), this.options.watchEveryMs ?? 500);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  add(connection: RoomConnection, access: RoomAccess): void {
    this.open.set(connection, access);
    connection.onClose(() => this.open.delete(connection));
  }

  connections(): readonly RoomConnection[] {
    return [...this.open.keys()];
  }

  /** Typing is using a session: it keeps the session from ending, as requests do. */
  noteUse(sessionId: string): void {
    const now = this.options.clock().getTime();
    if (now - (this.used.get(sessionId) ?? 0) < TOUCH_EVERY_MS) return;
    this.used.set(sessionId, now);
    memberOfSession(this.options.db, sessionId, this.options.clock()).catch((error: unknown) =>
      this.options.logger.warn({ err: error }, 'the use of a session could not be noted'),
    );
  }

  /** Closes what this member has open, at once. */
  closeMember(memberId: string, reason: RoomRefusal = 'signed-out'): void {
    for (const [connection, access] of this.open) if (access.actor.memberId === memberId) this.refuse(connection, access, reason);
  }

  /** One look at everything; looks never overlap. A database that does not answer closes nothing: nothing can be saved then either. */
  look(): Promise<void> {
    this.looking ??= this.lookNow()
      .catch((error: unknown) => this.options.logger.warn({ err: error }, 'the rights of open connections could not be looked up'))
      .finally(() => {
        this.looking = null;
      });
    return this.looking;
  }

  /** A look that begins after this moment: what was committed before it is seen. */
  async lookAfresh(): Promise<void> {
    if (this.looking) await this.looking;
    await this.look();
  }

  refuse(connection: RoomConnection, access: RoomAccess, reason: RoomRefusal): void {
    access.refused = reason;
    this.open.delete(connection);
    connection.close({ code: 4403, reason });
    if (reason === 'signed-out') connection.webSocket.close(4401, reason);
  }

  private async lookNow(): Promise<void> {
    if (this.open.size === 0) return;
    const accesses = [...this.open.values()];
    const keys = new Map(accesses.map(({ room }) => [nameOfRoom(room), room]));
    const [actors, facts] = await Promise.all([
      this.actorsOf(new Set(accesses.map(({ actor }) => actor.sessionId))),
      readRoomFacts(this.options.db, [...new Set(accesses.map(({ actor }) => actor.firmId))], [...keys.values()]),
    ]);
    const looked = new Set(accesses);
    for (const [connection, access] of this.open) {
      if (!looked.has(access)) continue;
      const reason = refusalOf(access, actors.get(access.actor.sessionId), facts.get(nameOfRoom(access.room)));
      if (reason) this.refuse(connection, access, reason);
    }
  }

  private async actorsOf(sessionIds: ReadonlySet<string>): Promise<Map<string, Actor>> {
    const rows = await this.options.db.session.findMany({
      where: { id: { in: [...sessionIds] }, revokedAt: null, expiresAt: { gt: this.options.clock() }, member: { suspendedAt: null } },
      select: { id: true, member: { select: { id: true, firmId: true, role: true, name: true } } },
    });
    return new Map(
      rows.map(({ id, member }) => [
        id,
        { memberId: member.id, firmId: member.firmId, sessionId: id, role: roleOf(member.role), name: member.name },
      ]),
    );
  }
}

function refusalOf(access: RoomAccess, actor: Actor | undefined, facts: RoomFacts | undefined): RoomRefusal | null {
  if (!actor) return 'signed-out';
  const right = roomRight(actor, access.room, facts);
  if ('refused' in right) return right.refused;
  return right.editable === access.editable ? null : 'rights-changed';
}
