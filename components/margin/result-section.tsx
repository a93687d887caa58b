import type { ReactNode } from 'react';

/** A titled part of a result, with what can be done about it at the right. */
export function ResultSection({
  title,
  hint,
  action,
  children,
}: {
  title: string;
  hint?: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <div className="mb-2 flex min-h-6 flex-wrap items-center justify-between gap-x-4">
        <h2 className="font-semibold text-md">{title}</h2>
        {action}
        {hint ? <p className="basis-full text-muted text-sm">{hint}</p> : null}
      </div>
      {children}
    </section>
  );
}
