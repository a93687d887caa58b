'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type HeldKind, type Need, needsFor } from '@/lib/margin/evidence/framework-needs';
import type { RunParameters } from '@/lib/margin/impact/run-parameters';
import type { PortfolioSummary } from '@/lib/services/portfolio/portfolio-summary';
import { type FrameworkChoice, FrameworkOptions, NeedsGiven } from './framework-options';
import { fundingPercent, fundingRatio } from './funding-rate';
import { type ParameterSetChoice, RunSettings } from './run-settings';

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
  portfolios: readonly Pick<PortfolioSummary, 'id' | 'name' | 'asOf' | 'positionCount' | 'evidence'>[];
  /** What each portfolio holds, by its id. */
  held: Readonly<Record<string, readonly HeldKind[]>>;
  frameworks: readonly FrameworkChoice[];
  simmPacks: readonly ParameterSetChoice[];
  scanParameters: readonly ParameterSetChoice[];
  /** Why this member may not save; null where they may. */
  saveReason: string | null;
}

/** Describing an analysis: which positions, the baseline, what it is compared with, and the parameters. What was typed stays when the server refuses. */
export function AnalysisBuilder(props: AnalysisBuilderProps) {
  const { analysisId, initial, portfolios, held, frameworks, simmPacks, scanParameters, saveReason } = props;
  const router = useRouter();
  const [described, setDescribed] = useState(initial);
  const [funding, setFunding] = useState(() => fundingPercent(initial.parameters.fundingRate));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const busy = !useHydrated() || saving;
  const change = (next: Partial<Description>) => setDescribed((present) => ({ ...present, ...next }));
  const portfolio = portfolios.find(({ id }) => id === described.portfolioId) ?? null;
  const kinds = portfolio === null ? null : (held[portfolio.id] ?? []);
  const baseline = frameworks.find(({ id }) => id === described.baseline);
  const given = givenNeeds(portfolio?.evidence ?? [], described.parameters);

  async function save(thenRun: boolean) {
    setErrors({});
    setRefusal(null);
    const fundingRate = fundingRatio(funding);
    if (fundingRate === undefined) {
      setErrors({ fundingRate: 'A percentage from 0 to 100, like 5.25.' });
      return;
    }
    setSaving(true);
    try {
      const body = { ...described, portfolioId: described.portfolioId ?? '', parameters: { ...described.parameters, fundingRate } };
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
      {baseline ? <NeedsGiven needs={needsFor(baseline.needs, kinds)} given={given} /> : null}
      <FrameworkOptions
        frameworks={frameworks.filter(({ id }) => id !== described.baseline)}
        chosen={described.alternatives}
        given={given}
        held={kinds}
        error={errors.alternatives}
        onChange={(alternatives) => change({ alternatives })}
      />
      <RunSettings
        parameters={described.parameters}
        funding={funding}
        simmPacks={simmPacks}
        scanParameters={scanParameters}
        hasPnl={portfolio === null ? null : portfolio.evidence.includes('pnl')}
        errors={errors}
        onChange={(parameters) => change({ parameters })}
        onFunding={setFunding}
      />
      {errors.parameters && !Object.keys(errors).some((name) => PARAMETER_FIELDS.includes(name)) ? (
        <Notice tone="red" title={errors.parameters} />
      ) : null}
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

/** Fields of the settings that show their own errors. */
const PARAMETER_FIELDS = ['side', 'threshold', 'minimumTransfer', 'fundingRate', 'details', 'lossDays', 'simmPack', 'scanParameters'];

/** What the frameworks would be given by the portfolio and the parameter sets that are chosen. */
function givenNeeds(evidence: readonly string[], { simmPack, scanParameters }: RunParameters): ReadonlySet<Need> {
  const given = new Set<Need>();
  for (const kind of ['sensitivities', 'pnl', 'external'] as const) if (evidence.includes(kind)) given.add(kind);
  if (simmPack !== null) given.add('simm-pack');
  if (scanParameters !== null) given.add('scan-parameters');
  return given;
}
