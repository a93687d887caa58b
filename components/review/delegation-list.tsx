'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Instant } from '@/components/ui/instant';
import { useToast } from '@/components/ui/use-toast';
import type { LetterReviewView } from '@/lib/services/review/review-views';
import { DelegationDialog } from './delegation-dialog';

/** The rights to sign that the member lent, and those that were lent to them, until when and why. */
export function DelegationList({ letter, onChanged }: { letter: LetterReviewView; onChanged: () => void }) {
  const toast = useToast();
  const [lending, setLending] = useState(false);
  const { delegations, capacities } = letter;
  if (capacities.length === 0 && delegations.length === 0) return null;
  async function revoke(id: string) {
    try {
      await callApi(`/api/delegations/${id}`, { method: 'DELETE' });
      toast({ tone: 'green', title: 'Taken back' });
    } catch (error) {
      toast({ tone: 'red', title: 'Not taken back', description: error instanceof Error ? error.message : undefined });
    }
    onChanged();
  }
  return (
    <section aria-label="In another's place" className="flex flex-col gap-2">
      <h2 className="font-semibold text-md">In another’s place</h2>
      {delegations.length === 0 ? (
        <p className="text-muted">Nobody signs in your place, and you in nobody’s.</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {delegations.map((delegation) => (
            <li key={delegation.id} className="flex flex-wrap items-start justify-between gap-2 rounded-md border border-line px-2.5 py-2">
              <span className="min-w-0 flex-1">
                {delegation.to} signs for {delegation.capacity} in the place of {delegation.from}
                <span className="block text-muted text-sm">
                  until <Instant iso={delegation.expiresAt} dateOnly />: {delegation.reason}
                </span>
              </span>
              {delegation.revoke.allowed ? (
                <Button size="sm" onClick={() => void revoke(delegation.id)}>
                  Take back
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {capacities.length > 0 ? (
        <div>
          <Button size="sm" onClick={() => setLending(true)}>
            Let somebody sign in your place…
          </Button>
        </div>
      ) : null}
      <DelegationDialog letter={letter} open={lending} onClose={() => setLending(false)} onDone={onChanged} />
    </section>
  );
}
