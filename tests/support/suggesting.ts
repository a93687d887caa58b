import type { PrismaClient } from '@/lib/generated/prisma/client';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { Role } from '@/lib/policies/actor';
import { transact } from '@/lib/services/context/transact';
import { openFork } from '@/lib/services/fork/open-fork';
import { forkDocument, readFork } from '@/lib/services/fork/read-fork';
import { readForkTexts } from '@/lib/services/fork/read-fork-texts';
import { changeRoomText } from '@/lib/services/room/change-room-text';
import { updateTo } from '@/lib/services/room/update-to';
import { readSectionBodies } from '@/lib/services/section/read-section-body';
import { reconcileSuggestions } from '@/lib/services/suggestion/reconcile-suggestions';
import type { TestFirm } from './firm';

type Edit = (body: ProseNode) => ProseNode;

/** Members who write in a section and suggest changes of it, without sockets: what they write is appended as rooms append it. */
export class Suggesting {
  constructor(
    private readonly db: PrismaClient,
    private readonly firm: TestFirm,
    private readonly sectionId: string,
  ) {}

  async text(): Promise<ProseNode> {
    return (await readSectionBodies(this.db, this.firm.firmId, [this.sectionId])).get(this.sectionId) as ProseNode;
  }

  /** The text that a member's copy has. */
  async copyOf(role: Role): Promise<ProseNode> {
    const { forkId } = await openFork(this.firm.ctxAs(role), this.sectionId);
    return (await readForkTexts(this.db, this.firm.firmId, forkId)).fork as ProseNode;
  }

  /** A member writes in their copy; the suggestions are found again. */
  async suggest(role: Role, edit: Edit): Promise<void> {
    await this.typeInCopy(role, edit);
    await this.settle();
  }

  /** A member writes in their copy, which has not come to rest yet. */
  async typeInCopy(role: Role, edit: Edit): Promise<void> {
    const { firmId } = this.firm;
    const { forkId, generation } = await openFork(this.firm.ctxAs(role), this.sectionId);
    const document = forkDocument(await readFork(this.db, firmId, forkId));
    const { update } = updateTo(document, edit(bodyOfRoom(document).body));
    document.destroy();
    if (update) await this.db.forkUpdate.create({ data: { forkId, firmId, generation, update: Buffer.from(update), at: new Date() } });
  }

  /** A member writes in the section itself; the suggestions are found again. */
  async write(role: Role, edit: Edit): Promise<void> {
    const ctx = this.firm.ctxAs(role);
    await transact(ctx, (tx) => changeRoomText(ctx, tx, { sectionId: this.sectionId, memberId: ctx.actor.memberId, change: edit }));
    await this.settle();
  }

  async settle(): Promise<void> {
    const { db, clock, ids } = this.firm.ctxAs('legal');
    await reconcileSuggestions({ db, clock, ids }, { firmId: this.firm.firmId, sectionId: this.sectionId });
  }

  rows(state = 'open') {
    return this.db.suggestion.findMany({
      where: { firmId: this.firm.firmId, sectionId: this.sectionId, state },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
  }
}

/** The body with the node of this name made into others, or into none. */
export function replaced(body: ProseNode, name: string, make: (node: ProseNode) => ProseNode | readonly ProseNode[]): ProseNode {
  const visit = (node: ProseNode): readonly ProseNode[] => {
    if (node.attrs?.id === name || node.attrs?.nodeId === name) return [make(node)].flat();
    return [node.content ? { ...node, content: node.content.flatMap(visit) } : node];
  };
  return { ...body, content: (body.content ?? []).flatMap(visit) };
}
