'use client';

import { Bell } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useUnread } from './use-unread';

const MOST = 99;

/** The way to the inbox, with how many notices are unread. */
export function InboxBell() {
  const unread = useUnread() ?? 0;
  const here = usePathname() === '/inbox';
  return (
    <Link
      href="/inbox"
      aria-current={here ? 'page' : undefined}
      className="relative flex h-7 items-center gap-2.5 rounded-md px-2 text-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-ink"
    >
      <Bell aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      <span className="flex-1 max-lg:sr-only">Inbox</span>
      {unread > 0 ? (
        <span className="figures rounded-full bg-accent px-1.5 font-medium text-on-accent text-xs max-lg:absolute max-lg:-top-1 max-lg:-right-1">
          {unread > MOST ? `${MOST}+` : unread}
          <span className="sr-only"> unread</span>
        </span>
      ) : null}
    </Link>
  );
}
