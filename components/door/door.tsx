import type { ReactNode } from 'react';

interface DoorProps {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
}

/** The one card of the pages before one is signed in: the product's name, what this page is for, one form. */
export function Door({ title, description, children }: DoorProps) {
  return (
    <main className="flex min-h-svh flex-col items-center bg-sunken px-4 py-[max(2rem,10vh)]">
      <div className="w-full max-w-105">
        <p className="mb-6 flex items-center justify-center gap-2.5 font-serif font-semibold text-2xl tracking-tight">
          <span aria-hidden="true" className="inline-block h-6.5 w-1 rounded-full bg-accent-ink" />
          Marginalia
        </p>
        <div className="rounded-lg border border-line bg-raised px-7 py-6">
          <h1 className="font-semibold text-lg tracking-tight">{title}</h1>
          {description ? <div className="mt-1 text-muted">{description}</div> : null}
          {children ? <div className="mt-5">{children}</div> : null}
        </div>
        <p className="mt-4 text-center text-muted text-sm">Comment letters in which every figure is bound to its calculation.</p>
      </div>
    </main>
  );
}
