'use client';

import {
  AtSign,
  Check,
  type LucideIcon,
  Mail,
  MailOpen,
  MessageSquareReply,
  PenLine,
  Replace,
  ShieldX,
  SquarePen,
  UserCheck,
  UserRoundPen,
} from 'lucide-react';
import Link from 'next/link';
import { IconButton } from '@/components/ui/icon-button';
import { Instant } from '@/components/ui/instant';
import { NOTIFICATION_KINDS, type NotificationKind } from '@/lib/review/notification';
import type { NoticeView } from '@/lib/services/inbox/list-notices';

const ICONS: Readonly<Record<NotificationKind, LucideIcon>> = {
  mentioned: AtSign,
  replied: MessageSquareReply,
  assigned: UserCheck,
  resolved: Check,
  'suggestion-decided': Replace,
  'review-asked': PenLine,
  'signature-voided': ShieldX,
  'signature-refused': ShieldX,
  'owner-set': SquarePen,
  delegated: UserRoundPen,
};

interface NoticeRowProps {
  notice: NoticeView;
  onOpen: () => void;
  onMark: (read: boolean) => void;
}

/** One notice: what happened, where, when; a dot and heavier words while it is unread. */
export function NoticeRow({ notice, onOpen, onMark }: NoticeRowProps) {
  const kind = notice.kind as NotificationKind;
  const Icon = ICONS[kind] ?? Mail;
  return (
    <li className="flex items-start gap-3 border-line border-b px-3 py-2 last:border-b-0 hover:bg-hover">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <Link
        href={notice.href}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
        className="min-w-0 flex-1 rounded-sm"
      >
        <span className={`block break-words ${notice.read ? 'text-muted' : 'font-medium text-ink'}`}>
          {notice.read ? null : <span className="sr-only">Unread: </span>}
          {notice.sentence}
        </span>
        <span className="block truncate text-muted text-sm">
          {NOTIFICATION_KINDS[kind] ?? 'Notice'}
          {notice.letter ? ` · ${notice.letter}` : ''}
        </span>
      </Link>
      <span className="mt-0.5 shrink-0 text-muted text-sm">
        <Instant iso={notice.createdAt} />
      </span>
      <span aria-hidden="true" className={`mt-2 size-2 shrink-0 rounded-full ${notice.read ? '' : 'bg-accent-ink'}`} />
      <IconButton label={notice.read ? 'Mark as unread' : 'Mark as read'} onClick={() => onMark(!notice.read)}>
        {notice.read ? <Mail aria-hidden /> : <MailOpen aria-hidden />}
      </IconButton>
    </li>
  );
}
