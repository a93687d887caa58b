'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/use-toast';
import { CAPACITIES, type Capacity } from '@/lib/review/capacity';
import { CAPACITY_WORDS } from '@/lib/review/capacity-words';
import type { LetterReviewView } from '@/lib/services/review/review-views';

/** Says which signatures each section needs, and lets whoever plans the review change it. */
export function PlanDialog({ letter, onChanged }: { letter: LetterReviewView; onChanged: () => void }) {
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [required, setRequired] = useState<readonly Capacity[]>(letter.plan.required);
  const [ordered, setOrdered] = useState(letter.plan.ordered);
  const { plan, planRight } = letter;
  const words = plan.required.map((capacity) => CAPACITY_WORDS[capacity]).join(plan.ordered ? ', then ' : ' and ');

  function show() {
    setRequired(plan.required);
    setOrdered(plan.ordered);
    setOpen(true);
  }
  async function save() {
    setBusy(true);
    try {
      const { returned, completed } = await callApi<{ returned: string[]; completed: string[] }>(`/api/letters/${letter.letterId}/review`, {
        method: 'PUT',
        body: { required, ordered },
      });
      const told = [
        returned.length > 0 ? `${counted(returned.length)} lost the state “signed” and can be changed again.` : '',
        completed.length > 0 ? `${counted(completed.length)} now have every signature.` : '',
      ];
      toast({ tone: 'green', title: 'Signatures changed', description: told.filter(Boolean).join(' ') });
      setOpen(false);
      onChanged();
    } catch (error) {
      toast({ tone: 'red', title: 'Not changed', description: error instanceof Error ? error.message : undefined });
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <span className="text-muted text-sm">Each section: {words}</span>
      <Button size="sm" onClick={show} disabledReason={planRight.allowed ? null : planRight.reason}>
        Who signs…
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Who has to sign each section"
        width="sm"
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button
              variant="primary"
              disabled={busy}
              disabledReason={required.length === 0 ? 'At least one signature is needed.' : null}
              onClick={() => void save()}
            >
              Save
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-2">
          {CAPACITIES.map((capacity) => (
            <Checkbox
              key={capacity}
              label={CAPACITY_WORDS[capacity]}
              checked={required.includes(capacity)}
              onChange={(checked) => setRequired(CAPACITIES.filter((each) => (each === capacity ? checked : required.includes(each))))}
            />
          ))}
          <hr className="border-line" />
          <Checkbox
            label="One after another, in this order"
            hint="Otherwise they sign at any time."
            checked={ordered}
            onChange={setOrdered}
          />
          <p className="text-muted">
            No signature falls by this. A signed section that lacks a signature then goes back to review and can be changed again.
          </p>
        </div>
      </Dialog>
    </>
  );
}

function counted(number: number): string {
  return number === 1 ? '1 section' : `${number} sections`;
}
