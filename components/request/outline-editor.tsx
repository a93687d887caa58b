'use client';

import { Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/use-toast';
import type { RequestDocument } from '@/lib/request/request-document';
import { OutlineSection } from './outline-section';
import { useOutlineDraft } from './use-outline-draft';

interface OutlineEditorProps {
  requestId: string;
  versionId: string;
  document: RequestDocument;
}

/** Corrects headings and questions by hand; nothing is kept until it is saved as a new version. */
export function OutlineEditor({ requestId, versionId, document }: OutlineEditorProps) {
  const draft = useOutlineDraft(document);
  const [note, setNote] = useState('');
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const router = useRouter();
  const toast = useToast();
  const count = draft.edits.length;

  const save = async () => {
    setSaving(true);
    setRefusal(null);
    try {
      const saved = await callApi<{ versionId: string; number: number }>(`/api/requests/${requestId}/outline`, {
        method: 'POST',
        body: { fromVersionId: versionId, edits: draft.edits, note },
      });
      toast({ title: `Saved as version ${saved.number}`, tone: 'green' });
      router.push(`/requests/${requestId}?version=${saved.versionId}`);
      router.refresh();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'It was not saved.');
      setSaving(false);
    }
  };

  return (
    <div className="flex flex-col gap-4">
      <div className="sticky top-0 z-20 -mx-1 flex flex-wrap items-end gap-3 border-line border-b bg-canvas px-1 py-2">
        <Field label="What you corrected, for the list of versions" className="min-w-64 flex-1">
          <TextInput value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <Button onClick={draft.undo} disabledReason={count === 0 ? 'Nothing was corrected yet.' : null}>
          <Undo2 aria-hidden className="size-4" />
          Undo
        </Button>
        <Button
          variant="primary"
          onClick={save}
          disabledReason={saving ? 'It is being saved.' : count === 0 ? 'Nothing was corrected yet.' : null}
        >
          Save as a new version
        </Button>
        <p role="status" className="w-full text-muted text-sm">
          {count === 0 ? 'No corrections yet.' : `${count} ${count === 1 ? 'correction' : 'corrections'}, not saved.`}
        </p>
      </div>
      {refusal ? (
        <Notice tone="red" title="Not saved">
          {refusal} Your corrections are still here.
        </Notice>
      ) : null}
      {draft.refusal ? <Notice tone="red">{draft.refusal}</Notice> : null}
      <ol className="flex flex-col gap-3">
        {draft.document.sections.map((section, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a section's key changes with its heading, and its form must not close then
          <li key={index}>
            <OutlineSection section={section} sections={draft.document.sections} apply={draft.apply} />
          </li>
        ))}
      </ol>
      {draft.document.sections.length === 0 ? (
        <Button onClick={() => draft.apply({ kind: 'add-section', after: null, heading: 'Questions', level: 1 })} className="self-start">
          Add a section
        </Button>
      ) : null}
    </div>
  );
}
