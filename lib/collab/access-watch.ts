import { memberOfSession } from '@/lib/auth/session-from-cookie';
import type { RoomRefusal } from '@/lib/letter/schema/room-refusal';
import type { Actor } from '@/lib/policies/actor';
import { canEditSection, canReadSection, type SectionFacts } from '@/lib/policies/section';
import { TOUCH_EVERY_MS } from '@/lib/policies/session-length';
import { sectionStateOf } from '@/lib/review/section-state';
import { roleOf } from '@/lib/services/context/actor-of-member';
import type { CollabOptions } from './collab-options';
import type { RoomAccess, RoomConnection } from './room-context';

interface SectionNow extends SectionFacts {
  readonly generation: number;
}

/**
 * Looks up, twice a second and in two queries for all, whether every open connection still may what it may: a session revoked or ended, a
 * member suspended or given another role, a section removed or made anew. What changed closes the connection, also in the middle of typing.
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

  refuse(connection: RoomConnection, access: RoomAccess, reason: RoomRefusal): void {
    access.refused = reason;
    this.open.delete(connection);
    connection.close({ code: 4403, reason });
    if (reason === 'signed-out') connection.webSocket.close(4401, reason);
  }

  private async lookNow(): Promise<void> {
    if (this.open.size === 0) return;
    const accesses = [...this.open.values()];
    const [actors, sections] = await Promise.all([
      this.actorsOf(new Set(accesses.map(({ actor }) => actor.sessionId))),
      this.sectionsOf(new Set(accesses.map(({ sectionId }) => sectionId))),
    ]);
    for (const [connection, access] of this.open) {
      if (!accesses.includes(access)) continue;
      const reason = refusalOf(access, actors.get(access.actor.sessionId), sections.get(access.sectionId));
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

  private async sectionsOf(sectionIds: ReadonlySet<string>): Promise<Map<string, SectionNow>> {
    const rows = await this.options.db.section.findMany({
      where: { id: { in: [...sectionIds] } },
      select: { id: true, firmId: true, generation: true, state: true },
    });
    return new Map(rows.map((row) => [row.id, { ...row, state: sectionStateOf(row.state) }]));
  }
}

function refusalOf(access: RoomAccess, actor: Actor | undefined, section: SectionNow | undefined): RoomRefusal | null {
  if (!actor) return 'signed-out';
  if (!section) return 'not-found';
  if (!canReadSection(actor, section).allowed) return 'forbidden';
  if (section.generation !== access.generation) return 'generation';
  return canEditSection(actor, section).allowed === access.editable ? null : 'rights-changed';
}
