'use client';

import { BarChart3, Hash, Table2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { matchEntries } from '@/components/ui/match-entries';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/use-toast';
import type { FigureFormat } from '@/lib/letter/figures/figure';
import type { PublishableFigure } from '@/lib/letter/figures/publishable-figure';
import { publishableFigures } from '@/lib/letter/figures/publishable-figures';
import { resolveFigure } from '@/lib/letter/figures/resolve-figure';
import type { RunReport } from '@/lib/margin/report/run-report';
import { FigurePreview } from './figure-preview';

const ICONS = { number: Hash, table: Table2, chart: BarChart3 };
const SCALES = [
  { value: 'units', label: 'Units' },
  { value: 'thousands', label: 'Thousands' },
  { value: 'millions', label: 'Millions' },
  { value: 'billions', label: 'Billions' },
];
const DECIMALS = ['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }));

interface PublishDialogProps {
  runId: string;
  runNumber: number;
  report: RunReport;
  /** What is chosen at first; the first that is offered where absent. */
  path?: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Publishing: what of the run, under which name, in which format, with a preview as a letter shows it. */
export function PublishDialog(props: PublishDialogProps) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      width="lg"
      title={`Publish a figure from run ${props.runNumber}`}
      description="Published figures can be bound into letters. A later run changes nothing in a letter until somebody accepts it."
    >
      {props.open ? <PublishForm {...props} /> : null}
    </Dialog>
  );
}

function PublishForm({ runId, report, path, onOpenChange }: PublishDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const offered = useMemo(() => publishableFigures(report).map((figure) => ({ ...figure, label: figure.name })), [report]);
  const first = offered.find((figure) => figure.path === path) ?? offered[0];
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<PublishableFigure | null>(first ?? null);
  const [name, setName] = useState(first?.name ?? '');
  const [format, setFormat] = useState<FigureFormat | null>(first?.format ?? null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const found = useMemo(() => matchEntries(offered, query), [offered, query]);
  const groupName = useId();

  const choose = (figure: PublishableFigure) => {
    setChosen(figure);
    setName(figure.name);
    setFormat(figure.format);
    setErrors({});
    setRefusal(null);
  };
  const value = chosen ? resolveFigure(report, chosen.path, format) : null;

  async function publish() {
    if (!chosen) return;
    setBusy(true);
    setRefusal(null);
    try {
      await callApi(`/api/runs/${runId}/figures`, { method: 'POST', body: { path: chosen.path, name, format } });
      toast({ title: `“${name}” is published`, description: 'It can be put into a letter now.', tone: 'green' });
      onOpenChange(false);
      router.refresh();
    } catch (error) {
      const fields = error instanceof ApiError ? ((error.details.fields ?? {}) as Record<string, string>) : {};
      setErrors(fields);
      if (Object.keys(fields).length === 0) setRefusal(error instanceof ApiError ? error.message : 'It was not published. Try again.');
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
      className="grid gap-5 md:grid-cols-[17rem_1fr]"
    >
      <div className="flex min-h-0 flex-col gap-2">
        <TextInput
          aria-label="Find what to publish"
          placeholder="Find what to publish"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <fieldset className="max-h-96 overflow-y-auto rounded-md border p-1">
          <legend className="sr-only">What to publish</legend>
          {found.map((figure, index) => {
            const Icon = ICONS[figure.kind];
            return (
              <div key={`${figure.path}-${figure.kind}`}>
                {figure.group !== found[index - 1]?.group ? (
                  <p className="px-2 pt-2 pb-0.5 font-medium text-faint text-xs">{figure.group}</p>
                ) : null}
                <label className="flex items-start gap-2 rounded-sm px-2 py-1 hover:bg-hover has-checked:bg-selected has-focus-visible:outline-2 has-focus-visible:outline-focus">
                  <input
                    type="radio"
                    name={groupName}
                    className="sr-only"
                    checked={figure.path === chosen?.path}
                    onChange={() => choose(figure)}
                  />
                  <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0 text-faint" />
                  <span>
                    {figure.name}
                    <span className="sr-only"> ({figure.kind})</span>
                  </span>
                </label>
              </div>
            );
          })}
          {found.length === 0 ? <p className="px-2 py-3 text-muted">Nothing of this run is named like that.</p> : null}
        </fieldset>
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <Field label="Name" error={errors.name} hint="By this name it is found in a letter.">
          <TextInput value={name} onChange={(event) => setName(event.target.value)} maxLength={120} />
        </Field>
        {format ? (
          <div className="grid grid-cols-2 gap-3">
            {format.style === 'money' ? (
              <Field label="Scale">
                <Select
                  value={format.scale}
                  options={SCALES}
                  onChange={(scale) => setFormat({ ...format, scale: scale as FigureFormat['scale'] })}
                />
              </Field>
            ) : null}
            <Field label="Decimals">
              <Select
                value={String(format.decimals)}
                options={DECIMALS}
                onChange={(decimals) => setFormat({ ...format, decimals: Number(decimals) })}
              />
            </Field>
          </div>
        ) : null}
        {chosen?.caution ? <Notice tone="amber" title={chosen.caution} /> : null}
        <section aria-label="Preview" aria-live="polite">
          <h3 className="mb-1 font-medium text-muted text-sm">As a letter shows it</h3>
          {value?.ok ? (
            <FigurePreview name={name} value={value.value} />
          ) : (
            <Notice tone="red">{value ? value.failures.join(' ') : 'Choose what to publish.'}</Notice>
          )}
        </section>
        {refusal || errors.path ? (
          <Notice tone="red" title="It was not published">
            {refusal ?? errors.path}
          </Notice>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={busy || !value?.ok}>
            {busy ? 'Publishing' : 'Publish'}
          </Button>
        </div>
      </div>
    </form>
  );
}
