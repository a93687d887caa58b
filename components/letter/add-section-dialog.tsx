'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';

interface AddSectionDialogProps {
  letterId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Sections after which the new one can come, in order. */
  places: readonly { id: string; title: string }[];
  onAdded: (sectionId: string) => void;
}

const START = 'start';

/** Adds a section that answers no numbered question. */
export function AddSectionDialog({ letterId, open, onOpenChange, places, onAdded }: AddSectionDialogProps) {
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState('discussion');
  const [after, setAfter] = useState(places.at(-1)?.id ?? START);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function add() {
    setRefusal(null);
    try {
      const { sectionId } = await callApi<{ sectionId: string }>(`/api/letters/${letterId}/sections`, {
        method: 'POST',
        body: { title, kind, afterSectionId: after === START ? null : after },
      });
      setTitle('');
      onOpenChange(false);
      onAdded(sectionId);
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : String(error));
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Add a section"
      footer={
        <Button variant="primary" onClick={add} disabledReason={title.trim() === '' ? 'Give the section a title first.' : null}>
          Add
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="Title">
          <TextInput value={title} onChange={(event) => setTitle(event.target.value)} maxLength={300} />
        </Field>
        <Field label="Kind">
          <Select
            value={kind}
            onChange={setKind}
            options={[
              { value: 'discussion', label: 'Discussion' },
              { value: 'summary', label: 'Summary' },
              { value: 'introduction', label: 'Introduction' },
              { value: 'annex', label: 'Annex' },
            ]}
          />
        </Field>
        <Field label="After">
          <Select
            value={after}
            onChange={setAfter}
            options={[{ value: START, label: 'At the start' }, ...places.map((place) => ({ value: place.id, label: place.title }))]}
          />
        </Field>
        {refusal ? (
          <Notice tone="red" title="Not added">
            {refusal}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}
