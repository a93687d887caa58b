import Link from 'next/link';
import type { ReactNode } from 'react';
import { Instant } from '@/components/ui/instant';
import type { RunDetail } from '@/lib/services/run/get-run';
import { type ChoiceName, PARAMETER_TEXTS } from './parameter-names';

/** What a run computed: positions, frameworks, parameters, who, when, and the hashes by which it can be checked. */
export function RunFacts({ run, frameworkNames }: { run: RunDetail; frameworkNames: Readonly<Record<string, string>> }) {
  const { portfolio, baseline, alternatives, parameters } = run.description;
  const name = (id: string) => frameworkNames[id] ?? id;
  return (
    <dl className="flex flex-col gap-2">
      <Fact term="Positions">
        <Link href={`/portfolios/${portfolio.id}`} className="underline decoration-line-strong underline-offset-2 hover:decoration-ink">
          {portfolio.name}
        </Link>
        <span className="text-muted">
          {' '}
          · {portfolio.positions.toLocaleString('en-US')} · as of {portfolio.asOf}
        </span>
      </Fact>
      <Fact term="Baseline">{name(baseline)}</Fact>
      <Fact term={alternatives.length === 1 ? 'Alternative' : 'Alternatives'}>{alternatives.map(name).join('; ')}</Fact>
      {(Object.keys(PARAMETER_TEXTS) as ChoiceName[]).map((key) => (
        <Fact key={key} term={PARAMETER_TEXTS[key].label}>
          {PARAMETER_TEXTS[key].values[parameters[key]] ?? parameters[key]}
        </Fact>
      ))}
      <Fact term="Run">
        {run.createdBy}, <Instant iso={run.finishedAt ?? run.createdAt} />
      </Fact>
      <Fact term="Engine">{run.engine}</Fact>
      {run.inputsHash ? <Fact term="Inputs">{hash(run.inputsHash)}</Fact> : null}
      {run.resultHash ? <Fact term="Result">{hash(run.resultHash)}</Fact> : null}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6rem_1fr] gap-2">
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

function hash(value: string): ReactNode {
  return (
    <code title={value} className="font-mono text-sm">
      {value.slice(0, 12)}…
    </code>
  );
}
