import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { changeRoomText } from '@/lib/services/room/change-room-text';

/** Makes a section's text what is given, in the member's name. */
export async function writeText(ctx: ServiceContext, sectionId: string, body: ProseNode): Promise<void> {
  await ctx.db.$transaction((tx) => changeRoomText(ctx, tx, { sectionId, memberId: ctx.actor.memberId, change: () => body }));
}
