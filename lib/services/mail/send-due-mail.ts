import type { Clock } from '@/lib/core/clock';
import type { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import { roleOf } from '../context/actor-of-member';
import { ownNotices } from '../inbox/own-notices';
import { composeNoticeMail } from './compose-notice-mail';
import type { MailBackOff } from './mail-back-off';
import type { Mailer } from './open-mailer';

export interface MailRound {
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly mailer: Mailer;
  /** the address of this server, as people reach it */
  readonly baseUrl: string;
  readonly backOff: MailBackOff;
}

/** Read within this time, a notice needs no e-mail; what comes meanwhile goes with it. */
export const MAIL_DELAY_MS = 120_000;
/** What a mail server did not take for so long is old news; it stays in the inbox. */
const GIVE_UP_AFTER_MS = 3 * 24 * 3_600_000;
const SEND_LIMIT_MS = 60_000;

/**
 * Sends what waits unread in inboxes, one e-mail per member, and marks it as sent. The rows are locked from before the sending until they are
 * marked, so that several workers never send the same; what the mail server does not take stays and is tried again, each time later. Returns how
 * many e-mails were sent.
 */
export async function sendDueMail(round: MailRound): Promise<number> {
  const { db, clock, backOff } = round;
  const now = clock();
  const waiting = await db.$queryRaw<{ id: string }[]>`
    SELECT m.id::text AS id FROM "Member" m
      WHERE m."suspendedAt" IS NULL AND m."mailNotices" AND EXISTS (
        SELECT 1 FROM "Notification" n WHERE n."memberId" = m.id AND n."readAt" IS NULL AND n."mailedAt" IS NULL
          AND n."createdAt" <= ${new Date(now.getTime() - MAIL_DELAY_MS)} AND n."createdAt" > ${new Date(now.getTime() - GIVE_UP_AFTER_MS)})
      ORDER BY m.id`;
  let sent = 0;
  for (const { id } of waiting) {
    if (!backOff.mayTry(id, clock())) continue;
    try {
      if (await db.$transaction((tx) => sendTo(tx, round, id), { timeout: SEND_LIMIT_MS, maxWait: 10_000 })) sent += 1;
      backOff.succeeded(id);
    } catch (error) {
      backOff.failed(id, clock(), error);
    }
  }
  return sent;
}

async function sendTo(tx: Prisma.TransactionClient, { clock, mailer, baseUrl }: MailRound, memberId: string): Promise<boolean> {
  const since = new Date(clock().getTime() - GIVE_UP_AFTER_MS);
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM "Notification"
      WHERE "memberId" = ${memberId}::uuid AND "readAt" IS NULL AND "mailedAt" IS NULL AND "createdAt" > ${since}
      ORDER BY "createdAt", id FOR UPDATE SKIP LOCKED`;
  const member = await tx.member.findUnique({ where: { id: memberId } });
  if (locked.length === 0 || !member || member.suspendedAt || !member.mailNotices) return false;
  const own = await ownNotices(tx, { memberId, firmId: member.firmId, role: roleOf(member.role) });
  const ids = locked.map(({ id }) => id);
  const notices = await tx.notification.findMany({
    where: { AND: [own, { id: { in: ids } }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  if (notices.length === 0) return false;
  const letterIds = notices.flatMap(({ letterId }) => (letterId === null ? [] : [letterId]));
  const letters = await tx.letter.findMany({ where: { firmId: member.firmId, id: { in: letterIds } }, select: { id: true, title: true } });
  const titles = new Map(letters.map((letter) => [letter.id, letter.title]));
  const listed = notices.map((notice) => ({ ...notice, letter: notice.letterId === null ? null : (titles.get(notice.letterId) ?? null) }));
  await mailer(composeNoticeMail({ name: member.name, address: member.email }, listed, baseUrl));
  await tx.notification.updateMany({ where: { id: { in: notices.map(({ id }) => id) } }, data: { mailedAt: clock() } });
  return true;
}
