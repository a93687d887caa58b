'use client';

import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { BuildRequest } from '@/lib/services/export/build-request';
import type { VersionSummary } from '@/lib/services/version/list-versions';
import { BUILD_KINDS } from '@/lib/word/letter-build';
import { BUILD_WORDS } from './build-words';

interface BuildFormProps {
  request: BuildRequest;
  onChange: (request: BuildRequest) => void;
  versions: readonly VersionSummary[];
  /** Why this member does not take privileged material out; null where they may. */
  privilegedReason: string | null;
  blocked: string | null;
  busy: boolean;
  onExport: () => void;
}

/** Which Word file: its build, for whom, against what. */
export function BuildForm({ request, onChange, versions, privilegedReason, blocked, busy, onExport }: BuildFormProps) {
  const { build, agency, against, privileged } = request;
  const named = (each: VersionSummary) => `Version ${each.number}${each.name ? `: ${each.name}` : ''}`;
  return (
    <div className="flex flex-col gap-3">
      <fieldset>
        <legend className="sr-only">Build</legend>
        <div className="grid gap-1">
          {BUILD_KINDS.map((kind) => (
            <label
              key={kind}
              className={`grid cursor-pointer grid-cols-[auto_7rem_1fr] items-baseline gap-x-2 rounded-md border px-3 py-1.5 ${kind === build ? 'border-accent-ink/40 bg-accent-soft' : 'border-line hover:bg-hover'}`}
            >
              <input
                type="radio"
                name="build"
                value={kind}
                checked={kind === build}
                onChange={() =>
                  onChange({
                    ...request,
                    build: kind,
                    against: kind === 'redline' ? (versions[0]?.number ?? null) : null,
                    privileged: false,
                  })
                }
                className="translate-y-0.5 accent-accent"
              />
              <span className="font-medium">{BUILD_WORDS[kind].label}</span>
              <span className="text-muted">{BUILD_WORDS[kind].hint}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Addressed to" className="w-44">
          <Select
            value={agency ?? 'both'}
            onChange={(value) => onChange({ ...request, agency: value === 'CFTC' || value === 'SEC' ? value : null })}
            options={[
              { value: 'both', label: 'Both agencies' },
              { value: 'CFTC', label: 'CFTC' },
              { value: 'SEC', label: 'SEC' },
            ]}
          />
        </Field>
        {build === 'redline' ? (
          <Field label="Against" className="w-72">
            <Select
              value={against === null ? null : String(against)}
              onChange={(value) => onChange({ ...request, against: Number(value) })}
              placeholder="No version that differs"
              options={versions.map((each) => ({ value: String(each.number), label: named(each) }))}
            />
          </Field>
        ) : null}
        {build === 'review' && privilegedReason === null ? (
          <Checkbox
            label="With what is privileged"
            hint="On record. Such a file must not leave counsel."
            checked={privileged}
            onChange={(checked) => onChange({ ...request, privileged: checked })}
          />
        ) : null}
        <Button variant="primary" onClick={onExport} disabled={busy} disabledReason={blocked}>
          Export to Word
        </Button>
      </div>
      {blocked ? <p className="text-muted text-sm">{blocked}</p> : null}
    </div>
  );
}
