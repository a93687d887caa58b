'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/use-toast';
import type { Capacity } from '@/lib/review/capacity';
import type { LetterReviewView, SectionReviewSummary } from '@/lib/services/review/review-views';

/** Signs at once all sections that the member has read as they are now and may sign; each is a signature of its own, and one that changed meanwhile is left out. */
export function SignSeveral({ letter, onDone }: { letter: LetterReviewView; onDone: () => void }) {
  const toast = useToast();
  const [asked, setAsked] = useState<Capacity | null>(null);
  const [busy, setBusy] = useState(false);
  const ready = (capacity: Capacity) => letter.sections.filter((section) => isReady(section, capacity));
  const offered = letter.capacities.filter((capacity) => ready(capacity).length > 1);
  if (offered.length === 0 && asked === null) return null;
  const sections = asked ? ready(asked) : [];

  async function signAll(capacity: Capacity) {
    setBusy(true);
    const left: string[] = [];
    for (const { sectionId, contentHash, title } of sections) {
      try {
        await callApi(`/api/sections/${sectionId}/sign-offs`, { method: 'POST', body: { decision: 'signed', capacity, contentHash } });
      } catch (error) {
        left.push(`${title}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    toast({
      tone: left.length > 0 ? 'amber' : 'green',
      title: `Signed ${sections.length - left.length} of ${sections.length}`,
      description: left.join(' '),
    });
    setBusy(false);
    setAsked(null);
    onDone();
  }

  return (
    <section aria-label="Several sections" className="flex flex-col gap-2">
      <h2 className="font-semibold text-md">Several sections</h2>
      {offered.map((capacity) => (
        <div key={capacity}>
          <Button onClick={() => setAsked(capacity)}>
            Sign {ready(capacity).length} sections for {capacity}…
          </Button>
        </div>
      ))}
      <p className="text-muted text-sm">Those that you have read as they are now.</p>
      <Dialog
        open={asked !== null}
        onOpenChange={(open) => (open ? null : setAsked(null))}
        title={`Sign for ${asked ?? ''}?`}
        width="sm"
        footer={
          <>
            <Button onClick={() => setAsked(null)}>Cancel</Button>
            <Button variant="primary" disabled={busy} onClick={() => asked && void signAll(asked)}>
              Sign {sections.length} sections
            </Button>
          </>
        }
      >
        <ul className="list-disc pl-5">
          {sections.map(({ sectionId, title }) => (
            <li key={sectionId}>{title}</li>
          ))}
        </ul>
      </Dialog>
    </section>
  );
}

function isReady({ offers, seenAt, changedSinceSeen }: SectionReviewSummary, capacity: Capacity): boolean {
  const may = offers.some((offer) => offer.capacity === capacity && offer.onBehalfOf === null && offer.right.allowed);
  return may && seenAt !== null && !changedSinceSeen;
}
