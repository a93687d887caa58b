import type { ReactNode } from 'react';

interface ResultSectionProps {
  title: string;
  hint?: ReactNode;
  action?: ReactNode;
  /** For links to it from the top of the result. */
  id?: string;
  children: ReactNode;
}

/** A titled part of a result, with what can be done about it at the right. */
export function ResultSection({ title, hint, action, id, children }: ResultSectionProps) {
  return (
    <section id={id} aria-label={title} className="scroll-mt-12">
      <div className="mb-2 flex min-h-6 flex-wrap items-center justify-between gap-x-4">
        <h2 className="font-semibold text-md">{title}</h2>
        {action}
        {hint ? <p className="basis-full text-muted text-sm">{hint}</p> : null}
      </div>
      {children}
    </section>
  );
}
