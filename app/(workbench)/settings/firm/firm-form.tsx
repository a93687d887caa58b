'use client';

import { Plus, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useForm } from '@/components/door/use-form';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/use-toast';
import type { FirmDto } from '@/lib/services/firm/read-firm';

const MOST_SIGNATORIES = 6;

/** The firm's name, letterhead and signatories. `refusal` says why this member cannot change them. */
export function FirmForm({ firm, refusal }: { firm: FirmDto; refusal: string | null }) {
  const router = useRouter();
  const toast = useToast();
  const initial = {
    name: firm.name,
    letterhead: firm.settings.letterheadLines.join('\n'),
    // the key keeps a row's fields when another one is removed
    signatories: firm.settings.defaultSignatories.map((signatory, key) => ({ ...signatory, key })),
  };
  const form = useForm(initial, async ({ name, letterhead, signatories }) => {
    const letterheadLines = letterhead
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const defaultSignatories = signatories.map((signatory) => ({ name: signatory.name, title: signatory.title }));
    await callApi('/api/firm', { method: 'PATCH', body: { name, settings: { letterheadLines, defaultSignatories } } });
    toast({ title: 'Saved', tone: 'green' });
    router.refresh();
  });
  const { values, set } = form;
  const readOnly = refusal !== null;

  function setSignatory(key: number, part: { name?: string; title?: string }) {
    set(
      'signatories',
      values.signatories.map((signatory) => (signatory.key === key ? { ...signatory, ...part } : signatory)),
    );
  }

  return (
    <form onSubmit={form.submit} className="flex flex-col gap-6">
      {refusal ? <Notice tone="neutral" title={refusal} /> : null}
      {form.problem ? <Notice tone="red" title={form.problem} /> : null}
      <Field label="Name of the firm" error={form.errors.name} className="max-w-md">
        <TextInput
          value={values.name}
          onChange={(event) => set('name', event.currentTarget.value)}
          readOnly={readOnly}
          maxLength={120}
          required
        />
      </Field>
      <Field label="Letterhead" hint="Address and what else stands under the name, a line each; at most 8." className="max-w-md">
        <TextArea
          value={values.letterhead}
          onChange={(event) => set('letterhead', event.currentTarget.value)}
          readOnly={readOnly}
          rows={5}
        />
      </Field>
      <fieldset className="max-w-xl">
        <legend className="font-medium text-sm">Signatories</legend>
        <p className="mb-2 text-muted text-sm">Who signs a letter unless the letter says otherwise.</p>
        <ul className="flex flex-col gap-2">
          {values.signatories.map(({ key, name, title }, index) => (
            <li key={key} className="flex items-center gap-2">
              <TextInput
                aria-label={`Name of signatory ${index + 1}`}
                placeholder="Name"
                value={name}
                onChange={(event) => setSignatory(key, { name: event.currentTarget.value })}
                readOnly={readOnly}
                maxLength={120}
                required
              />
              <TextInput
                aria-label={`Title of signatory ${index + 1}`}
                placeholder="Title"
                value={title}
                onChange={(event) => setSignatory(key, { title: event.currentTarget.value })}
                readOnly={readOnly}
                maxLength={120}
              />
              {readOnly ? null : (
                <IconButton
                  label={`Remove signatory ${index + 1}`}
                  onClick={() =>
                    set(
                      'signatories',
                      values.signatories.filter((signatory) => signatory.key !== key),
                    )
                  }
                >
                  <X aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
        {readOnly || values.signatories.length >= MOST_SIGNATORIES ? null : (
          <Button
            size="sm"
            className="mt-2"
            onClick={() => set('signatories', [...values.signatories, { key: nextKey(values.signatories), name: '', title: '' }])}
          >
            <Plus aria-hidden className="size-3.5" /> Add a signatory
          </Button>
        )}
      </fieldset>
      {readOnly ? null : (
        <div>
          <Button type="submit" variant="primary" disabled={form.blocked}>
            {form.busy ? 'Saving' : 'Save'}
          </Button>
        </div>
      )}
    </form>
  );
}

function nextKey(rows: readonly { readonly key: number }[]): number {
  return rows.reduce((highest, { key }) => Math.max(highest, key), -1) + 1;
}
