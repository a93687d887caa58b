'use client';

import { useEffect, useMemo, useState } from 'react';
import { usePaletteEntries } from '@/components/ui/palette-registry';

export interface ResultLink {
  readonly id: string;
  readonly label: string;
  /** Shown on narrow windows only, where the side panel stands below. */
  readonly narrow?: boolean;
}

/** Links to the parts of a long result; they stay at the top, and the part that is being read is marked. Works as plain links before the script is there. */
export function ResultNav({ links }: { links: readonly ResultLink[] }) {
  const [reading, setReading] = useState<string | null>(null);
  const ids = links.map(({ id }) => id).join(' ');

  usePaletteEntries(
    useMemo(
      () =>
        links.map(({ id, label }) => ({
          id: `part:${id}`,
          label: `Go to ${label}`,
          group: 'This result',
          run: () => document.getElementById(id)?.scrollIntoView(),
        })),
      [links],
    ),
  );

  useEffect(() => {
    const parts = ids.split(' ').flatMap((id) => document.getElementById(id) ?? []);
    const seen = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target.id);
          else seen.delete(target.id);
        }
        setReading(parts.find(({ id }) => seen.has(id))?.id ?? null);
      },
      { rootMargin: '-48px 0px -55% 0px' },
    );
    for (const part of parts) observer.observe(part);
    return () => observer.disconnect();
  }, [ids]);

  return (
    <nav aria-label="Parts of the result" className="sticky top-0 z-20 -mx-6 overflow-x-auto border-b bg-canvas px-6">
      <ul className="flex gap-4 whitespace-nowrap">
        {links.map(({ id, label, narrow }) => (
          <li key={id} className={narrow ? 'min-[1400px]:hidden' : ''}>
            <a
              href={`#${id}`}
              aria-current={id === reading ? 'true' : undefined}
              className="-mb-px block border-transparent border-b-2 py-2 text-muted text-sm hover:text-ink aria-[current=true]:border-accent-ink aria-[current=true]:text-ink"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
