import type { ServiceContext } from '../context/service-context';

/** Whether what stands in the member's inbox is sent by e-mail as well. A matter of taste, not of rights: nothing of it is put on record. */
export async function changeMailNotices({ actor, db }: ServiceContext, wanted: boolean): Promise<void> {
  await db.member.updateMany({ where: { id: actor.memberId, firmId: actor.firmId }, data: { mailNotices: wanted } });
}

export async function wantsMailNotices({ actor, db }: ServiceContext): Promise<boolean> {
  const member = await db.member.findFirst({ where: { id: actor.memberId, firmId: actor.firmId }, select: { mailNotices: true } });
  return member?.mailNotices ?? false;
}
