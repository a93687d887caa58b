'use client';

import {
  ChartColumnStacked,
  ChevronsUpDown,
  Files,
  House,
  Layers,
  LogOut,
  Monitor,
  Moon,
  Scale,
  Search,
  Settings,
  Sun,
  Table2,
} from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { InboxBell } from '@/components/inbox/inbox-bell';
import { Menu } from './menu';
import { type PaletteEntry, usePaletteEntries } from './palette-registry';
import { signOut } from './sign-out';
import { chooseTheme, type Theme } from './theme';

const PLACES = [
  { href: '/', label: 'Home', icon: House },
  { href: '/requests', label: 'Requests', icon: Scale },
  { href: '/portfolios', label: 'Portfolios', icon: Table2 },
  { href: '/analyses', label: 'Analyses', icon: ChartColumnStacked },
  { href: '/frameworks', label: 'Frameworks', icon: Layers },
  { href: '/letters', label: 'Letters', icon: Files },
  { href: '/settings', label: 'Settings', icon: Settings },
] as const;

interface WorkbenchNavProps {
  firm: string;
  member: string;
  role: string;
  theme: Theme;
}

/** The left column of the workbench: the places, the palette's button, and the member's menu. Icons only on a narrow window. */
export function WorkbenchNav({ firm, member, role, theme }: WorkbenchNavProps) {
  const pathname = usePathname();
  const router = useRouter();
  const [chosen, setChosen] = useState(theme);
  useEffect(() => setChosen(theme), [theme]);

  const pick = useCallback((next: Theme) => {
    chooseTheme(next);
    setChosen(next);
  }, []);

  const entries = useMemo<PaletteEntry[]>(
    () => [
      ...PLACES.map(({ href, label }) => ({ id: `go:${href}`, label, group: 'Go to', run: () => router.push(href) })),
      { id: 'go:/inbox', label: 'Inbox', group: 'Go to', run: () => router.push('/inbox') },
      { id: 'theme:light', label: 'Light theme', group: 'Appearance', run: () => pick('light') },
      { id: 'theme:dark', label: 'Dark theme', group: 'Appearance', run: () => pick('dark') },
      { id: 'theme:system', label: 'Theme of the system', group: 'Appearance', run: () => pick('system') },
      { id: 'sign-out', label: 'Sign out', group: 'Session', run: () => void signOut() },
    ],
    [router, pick],
  );
  usePaletteEntries(entries);

  return (
    <nav aria-label="Workbench" className="flex w-12 shrink-0 flex-col border-line border-r bg-sunken lg:w-52">
      <div className="flex h-12 items-center gap-2 px-3.5 font-serif font-semibold text-lg tracking-tight lg:px-4">
        <span aria-hidden="true" className="inline-block h-5 w-1 rounded-full bg-accent-ink" />
        <span className="max-lg:sr-only">Marginalia</span>
      </div>
      <button
        type="button"
        aria-keyshortcuts="Control+K"
        onClick={() => window.dispatchEvent(new Event('open-palette'))}
        className="mx-2 mb-2 flex h-7 items-center gap-2 rounded-md border border-line bg-raised px-2 text-muted hover:border-line-strong hover:text-ink"
      >
        <Search aria-hidden className="size-3.5 shrink-0" />
        <span className="flex-1 text-left max-lg:sr-only">
          Find<span className="sr-only"> a place or a command</span>
        </span>
        <span className="font-mono text-faint text-xs max-lg:hidden">Ctrl K</span>
      </button>
      <ul className="flex flex-1 flex-col gap-px px-2">
        <li>
          <InboxBell />
        </li>
        {PLACES.map(({ href, label, icon: Icon }) => {
          const here = href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={here ? 'page' : undefined}
                className="flex h-7 items-center gap-2.5 rounded-md px-2 text-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
                <span className="max-lg:sr-only">{label}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <div className="border-line border-t p-2">
        <Menu
          side="top"
          align="start"
          trigger={
            <button
              type="button"
              className="flex w-full items-center gap-2 rounded-md px-1.5 py-1 text-left hover:bg-hover data-popup-open:bg-hover"
            >
              <span
                aria-hidden="true"
                className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-ink text-xs"
              >
                {initials(member)}
              </span>
              <span className="min-w-0 flex-1 max-lg:sr-only">
                <span className="block truncate font-medium text-sm">{member}</span>
                <span className="block truncate text-muted text-xs">
                  {role}, {firm}
                </span>
              </span>
              <ChevronsUpDown aria-hidden className="size-3.5 text-faint max-lg:hidden" />
            </button>
          }
          items={[
            { label: 'Light theme', icon: <Sun aria-hidden />, checked: chosen === 'light', onSelect: () => pick('light') },
            { label: 'Dark theme', icon: <Moon aria-hidden />, checked: chosen === 'dark', onSelect: () => pick('dark') },
            { label: 'Theme of the system', icon: <Monitor aria-hidden />, checked: chosen === 'system', onSelect: () => pick('system') },
            { label: 'Sessions', icon: <Settings aria-hidden />, separated: true, onSelect: () => router.push('/settings/sessions') },
            { label: 'Sign out', icon: <LogOut aria-hidden />, onSelect: () => void signOut() },
          ]}
        />
      </div>
    </nav>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
