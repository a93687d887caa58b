import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button-link';

export const metadata: Metadata = { title: 'Not found' };

/** What a wrong or mistyped address shows; also what another firm's things show. */
export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-svh max-w-md flex-col items-start justify-center gap-3 px-6">
      <p className="font-medium text-faint text-sm">404</p>
      <h1 className="font-semibold text-xl tracking-tight">There is nothing at this address</h1>
      <p className="text-muted">
        The link may be mistyped, or what it led to belongs to another firm or was removed. Nothing was changed by coming here.
      </p>
      <ButtonLink href="/" variant="primary">
        Go to the start
      </ButtonLink>
    </main>
  );
}
