'use client';

import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';

/** What a page shows that failed while it was put together: never a stack, always a way on. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto flex min-h-svh max-w-md flex-col items-start justify-center gap-3 px-6">
      <h1 className="font-semibold text-xl tracking-tight">This page could not be shown</h1>
      <p className="text-muted">
        Something failed on our side while the page was put together. What was saved is safe. Try once more; if it stays, tell whoever runs
        this instance{error.digest ? ` the number ${error.digest}, which stands in the server's log too` : ''}.
      </p>
      <div className="flex gap-2">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        <ButtonLink href="/">Go to the start</ButtonLink>
      </div>
    </main>
  );
}
