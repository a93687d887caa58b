'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/use-toast';
import type { ExportSummary } from '@/lib/services/export/list-exports';

interface SubmissionFormProps {
  letterId: string;
  exports: readonly ExportSummary[];
  /** Whether recording freezes the letter; false where it is frozen already. */
  freezes: boolean;
}

const NO_FILE = 'none';

/** What was sent, when, how, and what came back. */
export function SubmissionForm({ letterId, exports, freezes }: SubmissionFormProps) {
  const router = useRouter();
  const toast = useToast();
  const [agency, setAgency] = useState('CFTC');
  const [sentAt, setSentAt] = useState('');
  const [channel, setChannel] = useState('');
  const [receipt, setReceipt] = useState('');
  const [note, setNote] = useState('');
  const [exportId, setExportId] = useState<string>(NO_FILE);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const missing = sentAt === '' ? 'Say when it was sent.' : channel.trim() === '' ? 'Say how it was sent.' : null;

  async function record(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      await callApi(`/api/letters/${letterId}/submissions`, {
        method: 'POST',
        body: {
          ...{ agency, channel, receipt, note },
          submittedAt: new Date(sentAt).toISOString(),
          exportId: exportId === NO_FILE ? null : exportId,
        },
      });
      toast({ tone: 'green', title: `The submission to the ${agency} is on record` });
      // what is typed next is another one
      setSentAt('');
      setChannel('');
      setReceipt('');
      setNote('');
      router.refresh();
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <form onSubmit={record} aria-label="Record a submission" className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        <Field label="Agency" className="w-28">
          <Select
            value={agency}
            onChange={setAgency}
            options={[
              { value: 'CFTC', label: 'CFTC' },
              { value: 'SEC', label: 'SEC' },
            ]}
          />
        </Field>
        <Field label="Sent" hint="In this computer’s time." className="w-52">
          <TextInput type="datetime-local" value={sentAt} onChange={(event) => setSentAt(event.target.value)} />
        </Field>
        <Field label="How" hint="e.g. comments.cftc.gov" className="w-60">
          <TextInput value={channel} onChange={(event) => setChannel(event.target.value)} maxLength={200} />
        </Field>
        <Field label="Receipt" hint="The agency’s number or words." className="w-60">
          <TextInput value={receipt} onChange={(event) => setReceipt(event.target.value)} maxLength={500} />
        </Field>
        <Field label="File that was sent" className="w-80">
          <Select
            value={exportId}
            onChange={setExportId}
            options={[
              { value: NO_FILE, label: 'The letter as it stands', hint: 'No file of this list' },
              ...exports.map((each) => ({ value: each.id, label: each.fileName, hint: each.sha256.slice(0, 12) })),
            ]}
          />
        </Field>
      </div>
      <Field label="Note" className="max-w-xl">
        <TextArea value={note} onChange={(event) => setNote(event.target.value)} rows={2} maxLength={2000} />
      </Field>
      {refusal ? (
        <Notice tone="red" title="Not recorded; what you typed is still here">
          {refusal}
        </Notice>
      ) : null}
      <div className="flex items-center gap-3">
        <Button type="submit" disabled={busy} disabledReason={missing}>
          Record submission
        </Button>
        {freezes ? <span className="text-muted text-sm">The letter is frozen with the first one.</span> : null}
      </div>
    </form>
  );
}
