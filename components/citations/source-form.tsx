'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { SOURCE_KINDS, type Source, type SourceKind } from '@/lib/letter/citations/source';
import { missingOfSource, SOURCE_FORMS } from '@/lib/letter/citations/source-form';
import { longForm } from '@/lib/letter/citations/source-words';
import { RunWords } from './run-words';

interface SourceFormProps {
  /** What is known already: recognised in pasted text, or the source that is mended. */
  start: Pick<Source, 'kind' | 'fields'> & { readonly id?: string };
  onSaved: (source: Source) => void;
  onCancel: () => void;
}

const KINDS = SOURCE_KINDS.map((kind) => ({ value: kind, label: SOURCE_FORMS[kind].label }));

/** The fields of a source, asked by its kind, with the citation that they make. */
export function SourceForm({ start, onSaved, onCancel }: SourceFormProps) {
  const [kind, setKind] = useState<SourceKind>(start.kind);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>(start.fields);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const own = Object.fromEntries(
    SOURCE_FORMS[kind].fields.flatMap(({ name }) => (fields[name]?.trim() ? [[name, fields[name].trim()]] : [])),
  );
  const missing = missingOfSource({ kind, fields: own });

  async function save(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (missing.length > 0) {
      setProblem(missing.join(' '));
      return;
    }
    setSaving(true);
    try {
      const call = start.id
        ? callApi<{ source: Source }>(`/api/sources/${start.id}`, { method: 'PATCH', body: { fields: own } })
        : callApi<{ source: Source }>('/api/sources', { method: 'POST', body: { kind, fields: own } });
      onSaved((await call).source);
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
      setSaving(false);
    }
  }

  return (
    <form onSubmit={save} className="flex flex-col gap-3">
      {start.id ? null : (
        <Field label="Kind of source">
          <Select value={kind} onChange={(value) => setKind(value as SourceKind)} options={KINDS} />
        </Field>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        {SOURCE_FORMS[kind].fields.map(({ name, label, example, required, type }) => (
          <Field key={`${kind} ${name}`} label={required ? `${label} (required)` : label} hint={`For example ${example}`}>
            <TextInput
              type={type === 'date' ? 'date' : 'text'}
              value={fields[name] ?? ''}
              onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <p className="rounded-md bg-sunken px-3 py-2 font-serif" aria-live="polite">
        <RunWords runs={longForm({ kind, fields: own })} />
      </p>
      {problem ? (
        <Notice tone="red" title="Not saved">
          {problem}
        </Notice>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Back</Button>
        <Button variant="primary" type="submit" disabledReason={saving ? 'It is being saved.' : null}>
          {start.id ? 'Save the source' : 'Add to the library'}
        </Button>
      </div>
    </form>
  );
}
