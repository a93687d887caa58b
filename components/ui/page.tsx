import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

export interface Breadcrumb {
  label: string;
  href: string;
}

interface PageProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: readonly Breadcrumb[];
  /** Beside the title: states and badges. */
  marks?: ReactNode;
  /** full: as wide as the window allows (tables, split panes); text: a reading column. */
  width?: 'full' | 'wide' | 'text';
  children: ReactNode;
}

const WIDTHS = { full: '', wide: 'max-w-6xl', text: 'max-w-3xl' };

/** The centre column of a screen: where one is, the title with its actions, the content. */
export function Page({ title, description, actions, breadcrumbs = [], marks, width = 'wide', children }: PageProps) {
  return (
    <div className={`w-full px-6 py-5 ${WIDTHS[width]}`}>
      {breadcrumbs.length > 0 ? (
        <nav aria-label="Breadcrumb" className="mb-1">
          <ol className="flex flex-wrap items-center gap-1 text-muted text-sm">
            {breadcrumbs.map((crumb) => (
              <li key={crumb.href} className="flex items-center gap-1">
                <Link href={crumb.href} className="rounded-sm hover:text-ink hover:underline">
                  {crumb.label}
                </Link>
                <ChevronRight aria-hidden className="size-3 text-faint" />
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <header className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1">
          <h1 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold text-xl tracking-tight">
            {title}
            {marks}
          </h1>
          {description ? <div className="max-w-3xl text-muted">{description}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}
