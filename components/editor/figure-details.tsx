'use client';

import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import { StateMark } from '@/components/ui/state-mark';
import { unitLabel } from '@/lib/letter/figures/format-figure';
import { findFramework } from '@/lib/margin/frameworks/frameworks';
import { type BoundFigure, type FigureBindingAttributes, numberText } from './figure-binding';

interface FigureDetailsProps {
  figure: BoundFigure;
  binding: FigureBindingAttributes;
  /** Binds the figure to the newer publication; null where the member may not edit. */
  onAccept: (() => void) | null;
  onClose: () => void;
}

/** What stands behind a figure in the text: value, unit, run, framework, date, state, and what can be done about it. */
export function FigureDetails({ figure, binding, onAccept, onClose }: FigureDetailsProps) {
  const { entry, bound, next, state } = figure;
  const number = bound?.value.kind === 'number' ? bound.value : null;
  return (
    <div className="flex flex-col gap-3">
      <header className="flex items-start justify-between gap-3">
        <h3 className="font-semibold">{entry.name}</h3>
        <StateMark state={state} />
      </header>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        {number ? <Row name="Exact value">{number.value}</Row> : null}
        {number ? (
          <Row name="Unit">{unitLabel(binding.format ?? number.format) || (number.format.style === 'percent' ? 'percent' : 'count')}</Row>
        ) : null}
        <Row name="Analysis">{entry.analysis}</Row>
        <Row name="Run">{bound ? `Run ${bound.runNumber} (latest: ${entry.latestRunNumber})` : 'not published from this run'}</Row>
        {frameworkOf(entry.path) ? <Row name="Framework">{frameworkOf(entry.path)}</Row> : null}
        {bound?.asOf ? <Row name="As of">{bound.asOf}</Row> : null}
        {bound ? (
          <Row name="Published">
            <Instant iso={bound.publishedAt} />
          </Row>
        ) : null}
        {entry.withdrawn !== null ? <Row name="Withdrawn">{entry.withdrawn || 'no reason given'}</Row> : null}
        {bound?.value.about ? <Row name="About">{bound.value.about}</Row> : null}
        {bound?.value.note ? <Row name="Note">{bound.value.note}</Row> : null}
        {bound?.value.notice ? <Row name="Notice">{bound.value.notice}</Row> : null}
      </dl>
      {state === 'newer-run' && !next ? (
        <p className="text-muted text-sm">Risk has not published this figure from the newer run yet.</p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {next ? (
          <Button
            size="sm"
            variant="primary"
            onClick={onAccept ?? undefined}
            disabledReason={onAccept ? null : 'You may only read this letter.'}
          >
            {next.value.kind === 'number'
              ? `Accept new value (was ${numberText(bound?.value, binding.format)}, now ${numberText(next.value, binding.format)})`
              : `Accept run ${next.runNumber}`}
          </Button>
        ) : null}
        {next ? (
          <Button size="sm" onClick={onClose}>
            Keep
          </Button>
        ) : null}
        {entry.analysisId && binding.runId ? (
          <Link
            href={`/analyses/${entry.analysisId}/runs/${binding.runId}`}
            className="inline-flex items-center gap-1 text-accent-ink text-sm underline underline-offset-2"
          >
            Open derivation <ExternalLink aria-hidden className="size-3" />
          </Link>
        ) : null}
      </div>
    </div>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="figures wrap-anywhere">{children}</dd>
    </>
  );
}

/** The name of a built-in framework: "frameworks/cftc-account/total" and "impacts/cftc-account/saving" are both about cftc-account. */
function frameworkOf(path: string | undefined): string | null {
  const id = /^(?:frameworks|impacts|offsets|sensitivity)\/([^/]+)/.exec(path ?? '')?.[1];
  return id === undefined ? null : (findFramework(id)?.name ?? null);
}
