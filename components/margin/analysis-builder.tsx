'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { RunParameters } from '@/lib/margin/impact/run-parameters';
import { type ChoiceName, PARAMETER_TEXTS } from './parameter-names';

export interface FrameworkChoice {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** What law or order it would need that does not exist today. */
  readonly constraints: readonly string[];
}

interface Description {
  name: string;
  portfolioId: string | null;
  baseline: string;
  alternatives: readonly string[];
  parameters: RunParameters;
}

interface AnalysisBuilderProps {
  /** null for a new analysis. */
  analysisId: string | null;
  initial: Description;
  portfolios: readonly { readonly id: string; readonly name: string; readonly asOf: string; readonly positionCount: number }[];
  frameworks: readonly FrameworkChoice[];
  /** Why this member may not save; null where they may. */
  saveReason: string | null;
}

/** Describing an analysis: which positions, the baseline, what it is compared with, and the parameters. What was typed stays when the server refuses. */
export function AnalysisBuilder({ analysisId, initial, portfolios, frameworks, saveReason }: AnalysisBuilderProps) {
  const router = useRouter();
  const [described, setDescribed] = useState(initial);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const busy = !useHydrated() || saving;
  const change = (next: Partial<Description>) => setDescribed((present) => ({ ...present, ...next }));

  async function save(thenRun: boolean) {
    setSaving(true);
    setErrors({});
    setRefusal(null);
    try {
      const body = { ...described, portfolioId: described.portfolioId ?? '' };
      const path = analysisId ? `/api/analyses/${analysisId}` : '/api/analyses';
      const { id } = await callApi<{ id: string }>(path, { method: analysisId ? 'PUT' : 'POST', body });
      const started = thenRun ? await callApi<{ runId: string }>(`/api/analyses/${id}/runs`, { method: 'POST' }) : null;
      router.push(started ? `/analyses/${id}/runs/${started.runId}` : `/analyses/${id}`);
      router.refresh();
    } catch (error) {
      const fields = error instanceof ApiError ? ((error.details.fields ?? {}) as Record<string, string>) : {};
      setErrors(fields);
      if (Object.keys(fields).length === 0) setRefusal(error instanceof ApiError ? error.message : 'It was not saved. Try again.');
      setSaving(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save(true);
      }}
      className="flex max-w-2xl flex-col gap-6"
    >
      <Field label="Name" error={errors.name} hint="By this name letters cite it, e.g. “Cross-margining of rates and credit”.">
        <TextInput value={described.name} onChange={(event) => change({ name: event.target.value })} maxLength={120} />
      </Field>
      <Field label="Portfolio" error={errors.portfolioId}>
        <Select
          value={described.portfolioId}
          placeholder="Choose the positions"
          onChange={(portfolioId) => change({ portfolioId })}
          options={portfolios.map((portfolio) => ({
            value: portfolio.id,
            label: portfolio.name,
            hint: `${portfolio.positionCount.toLocaleString('en-US')} positions as of ${portfolio.asOf}`,
          }))}
        />
      </Field>
      <Field label="Baseline" error={errors.baseline} hint="What the alternatives are measured against: mostly today’s separate regimes.">
        <Select
          value={described.baseline}
          onChange={(baseline) => change({ baseline, alternatives: described.alternatives.filter((id) => id !== baseline) })}
          options={frameworks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-sm">Alternatives</legend>
        {frameworks
          .filter(({ id }) => id !== described.baseline)
          .map((framework) => (
            <div key={framework.id} className="rounded-md border px-3 py-2">
              <Checkbox
                label={<span className="font-medium">{framework.name}</span>}
                hint={framework.description}
                checked={described.alternatives.includes(framework.id)}
                onChange={(checked) =>
                  change({
                    alternatives: checked
                      ? [...described.alternatives, framework.id]
                      : described.alternatives.filter((id) => id !== framework.id),
                  })
                }
              />
              {framework.constraints.length > 0 ? (
                <details className="mt-1 ml-6 text-muted text-sm">
                  <summary>What it would need that does not exist today</summary>
                  <ul className="mt-1 list-disc pl-4">
                    {framework.constraints.map((constraint) => (
                      <li key={constraint}>{constraint}</li>
                    ))}
                  </ul>
                </details>
              ) : null}
            </div>
          ))}
        {errors.alternatives ? <p className="text-red text-sm">{errors.alternatives}</p> : null}
      </fieldset>
      <fieldset className="grid gap-4 md:grid-cols-3">
        <legend className="mb-1 font-medium text-sm">Parameters</legend>
        {(Object.keys(PARAMETER_TEXTS) as ChoiceName[]).map((key) => (
          <Field key={key} label={PARAMETER_TEXTS[key].label} hint={PARAMETER_TEXTS[key].hint}>
            <Select
              value={described.parameters[key]}
              onChange={(value) => change({ parameters: { ...described.parameters, [key]: value } })}
              options={Object.entries(PARAMETER_TEXTS[key].values).map(([value, label]) => ({ value, label }))}
            />
          </Field>
        ))}
        {errors.parameters ? <p className="text-red text-sm">{errors.parameters}</p> : null}
      </fieldset>
      {refusal ? (
        <Notice tone="red" title="It was not saved">
          {refusal}
        </Notice>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={busy} disabledReason={saveReason}>
          {saving ? 'Saving' : 'Save and run'}
        </Button>
        <Button onClick={() => save(false)} disabled={busy} disabledReason={saveReason}>
          Save
        </Button>
        <ButtonLink href={analysisId ? `/analyses/${analysisId}` : '/analyses'} variant="ghost">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
