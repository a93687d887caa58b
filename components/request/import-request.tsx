'use client';

import { Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/use-toast';
import type { IssueEntry } from '@/lib/request/list-issue';
import type { ImportedRequest } from '@/lib/services/request/import-request';
import { chosenFile } from './chosen-file';

interface ImportRequestProps {
  /** The request to which it is a newer version. */
  requestId?: string;
  /** The catalogue's entry that it is. */
  catalogueKey?: string;
  disabledReason?: string | null;
}

interface Choice {
  readonly file: File;
  readonly documents: readonly IssueEntry[];
}

/** Import of an official text: a file, a JSON file with its text, or a document number. */
export function ImportRequest({ requestId, catalogueKey, disabledReason }: ImportRequestProps) {
  const router = useRouter();
  const toast = useToast();
  const inputId = useId();
  const [busy, setBusy] = useState<'file' | 'number' | null>(null);
  const [opening, startOpening] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [number, setNumber] = useState('');

  const run = async (kind: 'file' | 'number', call: () => Promise<ImportedRequest>) => {
    setBusy(kind);
    setRefusal(null);
    try {
      const imported = await call();
      toast({
        title: imported.unchanged ? `Version ${imported.number} is this file already` : `Imported as version ${imported.number}`,
        description: `${imported.questions} questions${imported.warnings.length > 0 ? `, ${imported.warnings.length} things to check` : ''}`,
        tone: imported.unchanged ? 'neutral' : 'green',
      });
      setChoice(null);
      startOpening(() => {
        router.push(`/requests/${imported.requestId}?version=${imported.versionId}`);
        router.refresh();
      });
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'The import failed. Nothing was changed.');
      return error;
    } finally {
      setBusy(null);
    }
    return null;
  };

  const upload = async (file: File, documentNumber: string | null) => {
    const query = new URLSearchParams({ name: file.name });
    if (requestId) query.set('request', requestId);
    if (catalogueKey) query.set('catalogue', catalogueKey);
    if (documentNumber) query.set('document', documentNumber);
    const error = await run('file', () => callApi<ImportedRequest>(`/api/requests?${query}`, { method: 'POST', body: file }));
    const documents = error instanceof ApiError ? (error.details.documents as readonly IssueEntry[] | undefined) : undefined;
    setChoice(documents && documents.length > 0 ? { file, documents } : null);
  };

  const choose = async (files: FileList | null) => {
    const chosen = await chosenFile(files);
    if (chosen.file) await upload(chosen.file, null);
    else setRefusal(chosen.refusal);
  };

  const fetchNumber = (event: FormEvent) => {
    event.preventDefault();
    void run('number', () =>
      callApi<ImportedRequest>('/api/requests/by-number', {
        method: 'POST',
        body: { number, requestId: requestId ?? null, catalogueKey: catalogueKey ?? null },
      }),
    );
  };

  return (
    <div className="flex flex-col gap-4">
      {refusal ? (
        <Notice tone="red" title="Not imported">
          {refusal}
        </Notice>
      ) : null}
      {choice ? <IssueChoice choice={choice} onChoose={(documentNumber) => void upload(choice.file, documentNumber)} /> : null}
      <div className="flex flex-col gap-1">
        <label htmlFor={inputId} className="font-medium text-sm">
          Federal Register document
        </label>
        <input
          id={inputId}
          type="file"
          multiple
          accept=".xml,.json,.html,.htm,.txt"
          disabled={busy !== null || Boolean(disabledReason)}
          aria-describedby={`${inputId}-hint`}
          onChange={(event) => {
            void choose(event.target.files);
            event.target.value = '';
          }}
          className="w-full text-sm file:mr-2 file:h-8 file:rounded-md file:border file:border-line-strong file:bg-raised file:px-3 file:font-medium file:text-ink hover:file:bg-hover disabled:opacity-50"
        />
        <p id={`${inputId}-hint`} className="text-muted text-sm">
          {disabledReason ?? 'XML, HTML or plain text; or the API’s JSON, alone or together with the text it points to. Up to 20 MB.'}
        </p>
        {busy === 'file' || opening ? (
          <p role="status" className="text-sm">
            <Upload aria-hidden className="mr-1 inline size-3.5" />
            {opening ? 'Opening the request' : 'Reading the file'}
          </p>
        ) : null}
      </div>
      <form onSubmit={fetchNumber} className="flex flex-col gap-2 border-line border-t pt-4">
        <Field label="Or by document number" hint="Asks federalregister.gov, where this server has a network.">
          <TextInput
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            placeholder="2020-23928"
            maxLength={40}
            autoComplete="off"
          />
        </Field>
        <Button
          type="submit"
          className="self-start"
          disabledReason={
            disabledReason ?? (busy ? 'An import is under way.' : number.trim() === '' ? 'Type a document number first.' : null)
          }
        >
          {busy === 'number' ? 'Fetching' : 'Fetch and import'}
        </Button>
      </form>
    </div>
  );
}

function IssueChoice({ choice, onChoose }: { choice: Choice; onChoose: (number: string) => void }) {
  return (
    <div className="rounded-md border border-line">
      <p className="px-3 py-2 font-medium">Which document of this issue?</p>
      <ul className="max-h-72 overflow-y-auto border-line border-t">
        {choice.documents.map(({ number, title }) => (
          <li key={`${number}-${title}`}>
            <button
              type="button"
              disabled={number === null}
              onClick={() => number && onChoose(number)}
              className="w-full px-3 py-1.5 text-left hover:bg-hover disabled:opacity-50"
            >
              <span className="figures text-muted">{number ?? 'no number'}</span> {title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
