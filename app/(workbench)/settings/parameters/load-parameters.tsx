'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Field } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/use-toast';
import type { ParameterKind } from '@/lib/services/parameters/parameter-kind';
import { KIND_NAMES } from './kind-names';
import { ProblemList } from './problem-list';

const HINTS: Readonly<Record<ParameterKind, string>> = {
  simm: 'The JSON form of docs/formats/simm-pack.md, or ORE’s simmcalibration XML.',
  scan: 'The JSON form of docs/formats/scan-parameters.md.',
};

/** Loading a parameter set: the file is checked whole, and every sentence of the check is shown where it fails. */
export function LoadParameters() {
  const router = useRouter();
  const toast = useToast();
  const [kind, setKind] = useState<ParameterKind>('simm');
  const [name, setName] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<{ message: string; problems: readonly string[] } | null>(null);
  const [busy, setBusy] = useState(false);

  async function load() {
    if (file === null) return setRefusal({ message: 'Choose the file first.', problems: [] });
    setBusy(true);
    setRefusal(null);
    try {
      const query = new URLSearchParams({ kind, name, file: file.name });
      const { size } = await callApi<{ size: string }>(`/api/parameters?${query}`, { method: 'POST', body: file });
      toast({ title: `Loaded and complete: ${size}`, tone: 'green' });
      setFile(null);
      setName('');
      router.refresh();
    } catch (error) {
      const problems = error instanceof ApiError && Array.isArray(error.details.problems) ? error.details.problems.map(String) : [];
      setRefusal({ message: error instanceof Error ? error.message : 'It was not loaded. Try again.', problems });
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void load();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Kind" hint={HINTS[kind]}>
          <Select
            value={kind}
            onChange={(next) => setKind(next === 'scan' ? 'scan' : 'simm')}
            options={Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label }))}
          />
        </Field>
        <Field label="Name" hint="Empty: the name in the file.">
          <TextInput value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
      </div>
      <FileDrop
        label="Parameter file"
        prompt="Drop a parameter file here"
        hint="At most 8 MiB"
        accept=".json,.xml,application/json,text/xml,application/xml"
        fileName={file?.name ?? null}
        disabledReason={busy ? 'Wait until the file is checked.' : null}
        onFiles={([chosen]) => {
          if (chosen) setFile(chosen);
          setRefusal(null);
        }}
      />
      {refusal ? (
        <Notice tone="red" title="Nothing was loaded">
          {refusal.message}
          {refusal.problems.length > 0 ? <ProblemList title="What the check finds" problems={refusal.problems} /> : null}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" disabled={busy}>
          {busy ? 'Checking' : 'Check and load'}
        </Button>
      </div>
    </form>
  );
}
