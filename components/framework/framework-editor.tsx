'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Notice } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useToast } from '@/components/ui/use-toast';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { type FieldErrors, otherErrors } from './field-errors';
import { FrameworkForm } from './framework-form';
import { isFrameworkShaped } from './is-framework-shaped';
import { JsonView } from './json-view';
import type { MethodChoice } from './method-choice';

interface FrameworkEditorProps {
  initial: Framework;
  /** Of what was loaded: the server refuses to write over somebody else's change. */
  contentHash: string;
  methods: readonly MethodChoice[];
  /** Why this member may not save; null where they may. */
  saveReason: string | null;
}

/** Editing a framework of the firm, as a form or as its plain JSON: both show the same thing. What was typed stays when the server refuses. */
export function FrameworkEditor({ initial, contentHash, methods, saveReason }: FrameworkEditorProps) {
  const router = useRouter();
  const toast = useToast();
  const hydrated = useHydrated();
  const [framework, setFramework] = useState<unknown>(initial);
  const [view, setView] = useState('form');
  const [jsonProblem, setJsonProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  async function save() {
    setSaving(true);
    setErrors({});
    setRefusal(null);
    try {
      await callApi(`/api/frameworks/${initial.id}`, { method: 'PUT', body: { contentHash, framework } });
      toast({ title: 'Saved', tone: 'green' });
      router.push(`/frameworks/${initial.id}`);
      router.refresh();
    } catch (error) {
      const fields = error instanceof ApiError ? ((error.details.fields ?? {}) as FieldErrors) : {};
      setErrors(fields);
      setRefusal(error instanceof Error ? error.message : 'It was not saved. Try again.');
      setSaving(false);
    }
  }

  const shaped = isFrameworkShaped(framework);
  const listed = view === 'form' && shaped ? otherErrors(errors, FORM_FIELDS) : otherErrors(errors, []);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Tabs
        label="How it is edited"
        value={view}
        onChange={setView}
        tabs={[
          {
            id: 'form',
            label: 'Form',
            content:
              shaped && jsonProblem === null ? (
                <FrameworkForm framework={framework} methods={methods} errors={errors} onChange={setFramework} />
              ) : (
                <Notice tone="amber" title="The JSON is no framework yet">
                  {jsonProblem ?? 'It lacks legs, or a leg lacks its scope, netting key or method.'} Mend it in the JSON view; the form then
                  shows it.
                </Notice>
              ),
          },
          {
            id: 'json',
            label: 'JSON',
            content: (
              <JsonView
                value={framework}
                fileName={`${initial.id}.json`}
                problem={jsonProblem}
                onChange={setFramework}
                onProblem={setJsonProblem}
              />
            ),
          },
        ]}
      />
      {refusal ? (
        <Notice tone="red" title="It was not saved">
          {refusal}
          {listed.length > 0 ? (
            <ul className="mt-1 list-disc pl-4">
              {listed.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          ) : null}
        </Notice>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={saving || !hydrated} disabledReason={saveReason ?? jsonProblem}>
          {saving ? 'Saving' : 'Save'}
        </Button>
        <ButtonLink href={`/frameworks/${initial.id}`} variant="ghost">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}

/** Places whose errors the form shows itself. */
const FORM_FIELDS = ['name', 'description', 'effective', 'constraints', 'legs'];
