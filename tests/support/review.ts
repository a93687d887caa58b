import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { Role } from '@/lib/policies/actor';
import type { Capacity } from '@/lib/review/capacity';
import { getSectionReview } from '@/lib/services/review/get-section-review';
import { moveToReview } from '@/lib/services/review/move-to-review';
import { settleSignOffs } from '@/lib/services/review/settle-sign-offs';
import { signSection } from '@/lib/services/review/sign-section';
import { changeRoomText } from '@/lib/services/room/change-room-text';
import type { TestFirm } from './firm';
import { doc, p } from './section-body';

/** Writes a section's text anew in its room, in the name of the member of this role; a string is one paragraph. */
export async function retype(firm: TestFirm, sectionId: string, text: string | ProseNode, role: Role = 'legal'): Promise<void> {
  const ctx = firm.ctxAs(role);
  const body = typeof text === 'string' ? doc(p(text)) : text;
  const change = (before: ProseNode) => withNamesOf(before, body);
  await ctx.db.$transaction((tx) => changeRoomText(ctx, tx, { sectionId, memberId: ctx.actor.memberId, change }));
}

/** The first block keeps its name, as it does when somebody types in it. */
function withNamesOf(before: ProseNode, after: ProseNode): ProseNode {
  const content = (after.content ?? []).map((block, index) => {
    const id = before.content?.[index]?.attrs?.id;
    return id === undefined ? block : { ...block, attrs: { ...block.attrs, id } };
  });
  return { ...after, content };
}

export function send(firm: TestFirm, sectionId: string): Promise<unknown> {
  return moveToReview(firm.ctxAs('legal'), { sectionId, to: 'in-review' });
}

/** The hash that the member of this role is shown now. */
export async function shownHash(firm: TestFirm, sectionId: string, role: Role = 'legal'): Promise<string> {
  return (await getSectionReview(firm.ctxAs(role), sectionId)).contentHash;
}

/** Signs as the member of this role would who just opened the section. */
export async function sign(firm: TestFirm, sectionId: string, role: Role, capacity: Capacity, onBehalfOf?: string) {
  const contentHash = await shownHash(firm, sectionId, role);
  return signSection(firm.ctxAs(role), { sectionId, capacity, contentHash, ...(onBehalfOf ? { onBehalfOf } : {}) });
}

/** Sent to review and signed by legal and risk. */
export async function signWhole(firm: TestFirm, sectionId: string): Promise<void> {
  await send(firm, sectionId);
  await sign(firm, sectionId, 'legal', 'legal');
  await sign(firm, sectionId, 'risk', 'risk');
}

/** How each capacity stands: { legal: 'signed', risk: 'fallen' }. */
export async function standings(firm: TestFirm, sectionId: string): Promise<Record<string, string>> {
  const review = await getSectionReview(firm.ctxAs('observer'), sectionId);
  return Object.fromEntries(review.standings.map(({ capacity, standing }) => [capacity, standing]));
}

export function settle(firm: TestFirm, sectionId: string) {
  return settleSignOffs(firm.ctxAs('legal'), { firmId: firm.firmId, sectionId });
}
