'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { Decision } from '@/lib/policies/decision';
import type { Restoration } from '@/lib/services/version/restore-version';
import { RestorationReport } from './restoration-report';

interface RestoreVersionProps {
  letterId: string;
  version: { readonly number: number; readonly name: string };
  right: Decision;
  /** What can be brought back alone; one only where it is clear which. */
  sections: readonly { readonly id: string; readonly title: string }[];
  /** The one section that is meant; without it the dialog asks. */
  sectionId?: string;
  onRestored: () => void;
}

const WHOLE = 'whole';

/** Brings back a version: says beforehand what will happen, and afterwards what did. */
export function RestoreVersion({ letterId, version, right, sections, sectionId, onRestored }: RestoreVersionProps) {
  const [open, setOpen] = useState(false);
  const [scope, setScope] = useState(sectionId ?? WHOLE);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [done, setDone] = useState<Restoration | null>(null);
  const title = version.name === '' ? `version ${version.number}` : `version ${version.number}, “${version.name}”`;

  function show(next: boolean) {
    setOpen(next);
    if (next) return;
    if (done) onRestored();
    setDone(null);
    setRefusal(null);
  }

  async function restore() {
    setBusy(true);
    setRefusal(null);
    try {
      const body = scope === WHOLE ? {} : { sectionId: scope };
      setDone(await callApi<Restoration>(`/api/letters/${letterId}/versions/${version.number}/restorations`, { method: 'POST', body }));
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => show(true)} disabledReason={right.allowed ? null : right.reason}>
        {sectionId === undefined ? 'Bring back' : 'Bring this section back'}
      </Button>
      <Dialog
        open={open}
        onOpenChange={show}
        title={done ? `Brought back ${title}` : `Bring back ${title}`}
        footer={
          done ? (
            <Button variant="primary" onClick={() => show(false)}>
              Close
            </Button>
          ) : (
            <>
              <Button variant="ghost" onClick={() => show(false)}>
                Cancel
              </Button>
              <Button variant="primary" onClick={restore} disabled={busy}>
                {busy ? 'Bringing back…' : 'Bring back'}
              </Button>
            </>
          )
        }
      >
        {done ? (
          <RestorationReport restoration={done} />
        ) : (
          <div className="flex flex-col gap-3">
            {sectionId === undefined ? (
              <Field label="What to bring back">
                <Select
                  value={scope}
                  onChange={setScope}
                  options={[
                    { value: WHOLE, label: 'The whole letter', hint: 'texts, titles, coverage, order and letterhead' },
                    ...sections.map(({ id, title: label }) => ({ value: id, label, hint: 'this section alone' })),
                  ]}
                />
              </Field>
            ) : (
              <p>Only this section is brought back: {sections.find(({ id }) => id === sectionId)?.title}.</p>
            )}
            <p>
              The letter as it stands is kept as a version first, so that nothing is lost. Whoever is writing goes on in the text that comes
              back. Sections that are signed stay as they are.
            </p>
            {refusal ? (
              <Notice tone="red" title="Nothing was changed">
                {refusal}
              </Notice>
            ) : null}
          </div>
        )}
      </Dialog>
    </>
  );
}
