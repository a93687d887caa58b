import type { ReactNode } from 'react';

/** A titled part of a result. */
export function ResultSection({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-semibold text-md">
        {title}
        {hint ? <span className="ml-2 font-normal text-muted text-sm">{hint}</span> : null}
      </h2>
      {children}
    </section>
  );
}
