'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

export interface SettingsPlace {
  href: string;
  label: string;
}

/** The places of the settings that this member may see. */
export function SettingsNav({ places }: { places: readonly SettingsPlace[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Settings" className="overflow-x-auto border-line border-b px-6 pt-3">
      <ul className="flex gap-5">
        {places.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={pathname === href ? 'page' : undefined}
              className="-mb-px inline-block whitespace-nowrap border-transparent border-b-2 px-0.5 pt-1 pb-2 font-medium text-muted hover:text-ink aria-[current=page]:border-accent-ink aria-[current=page]:text-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
