'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';

interface NewLetterFormProps {
  requests: readonly { versionId: string; title: string; hint: string }[];
  preselected: string | null;
}

/** Chooses the request and names the letter; the outline follows from the request's questions. */
export function NewLetterForm({ requests, preselected }: NewLetterFormProps) {
  const router = useRouter();
  const [versionId, setVersionId] = useState(preselected ?? (requests.length === 1 ? (requests[0]?.versionId ?? null) : null));
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const chosen = requests.find((request) => request.versionId === versionId);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!versionId) {
      setRefusal('Choose the request that the letter answers.');
      return;
    }
    setBusy(true);
    setRefusal(null);
    try {
      const { letterId } = await callApi<{ letterId: string }>('/api/letters', {
        method: 'POST',
        body: { requestVersionId: versionId, title },
      });
      router.push(`/letters/${letterId}`);
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : String(error));
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label="Request" hint={chosen?.hint}>
        <Select
          value={versionId}
          onChange={setVersionId}
          options={requests.map((request) => ({ value: request.versionId, label: request.title, hint: request.hint }))}
          placeholder="Choose a request"
        />
      </Field>
      <Field label="Name of the letter" hint="What your firm calls it; it becomes the title property of the Word file.">
        <TextInput
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          maxLength={300}
          placeholder={chosen ? `Letter on ${chosen.title}` : ''}
        />
      </Field>
      {refusal ? (
        <Notice tone="red" title="The letter was not started">
          {refusal}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" disabled={busy}>
          {busy ? 'Starting…' : 'Start the letter'}
        </Button>
      </div>
    </form>
  );
}
