import type { ServiceContext } from '../context/service-context';
import { noticeLink } from './notice-link';
import { ownNotices } from './own-notices';

const PAGE = 50;

export interface NoticeView {
  readonly id: string;
  readonly kind: string;
  readonly sentence: string;
  /** The letter's title; null where it is about none. */
  readonly letter: string | null;
  readonly href: string;
  readonly createdAt: string;
  readonly read: boolean;
}

export interface Inbox {
  /** The newest first. */
  readonly notices: readonly NoticeView[];
  readonly unread: number;
  /** Whether there are older ones than these. */
  readonly more: boolean;
}

/** A member's own notices, at most 50; `before` goes on behind the notice with this id. */
export async function listNotices(
  ctx: ServiceContext,
  { before, unreadOnly = false }: { before?: string; unreadOnly?: boolean } = {},
): Promise<Inbox> {
  const { actor, db } = ctx;
  const own = await ownNotices(db, actor);
  const last = before === undefined ? null : await db.notification.findFirst({ where: { id: before, memberId: actor.memberId } });
  const [rows, unread] = await Promise.all([
    db.notification.findMany({
      where: {
        AND: [
          own,
          unreadOnly ? { readAt: null } : {},
          last ? { OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] } : {},
        ],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PAGE + 1,
    }),
    db.notification.count({ where: { AND: [own, { readAt: null }] } }),
  ]);
  const shown = rows.slice(0, PAGE);
  const letterIds = [...new Set(shown.flatMap((row) => (row.letterId === null ? [] : [row.letterId])))];
  const letters = await db.letter.findMany({ where: { firmId: actor.firmId, id: { in: letterIds } }, select: { id: true, title: true } });
  const titles = new Map(letters.map((letter) => [letter.id, letter.title]));
  return {
    notices: shown.map((row) => ({
      id: row.id,
      kind: row.kind,
      sentence: row.sentence,
      letter: row.letterId === null ? null : (titles.get(row.letterId) ?? null),
      href: noticeLink(row),
      createdAt: row.createdAt.toISOString(),
      read: row.readAt !== null,
    })),
    unread,
    more: rows.length > PAGE,
  };
}
