import Link from 'next/link';
import type { ReactNode } from 'react';
import { EVIDENCE_NAMES } from '@/components/portfolio/evidence-names';
import { formatShare } from '@/components/ui/format-amount';
import { Instant } from '@/components/ui/instant';
import type { RunDetail } from '@/lib/services/run/get-run';
import type { UsedParameterSet } from '@/lib/services/run/run-description';
import { type ChoiceName, DETAIL_TEXTS, PARAMETER_TEXTS } from './parameter-names';

/** What a run computed: positions, frameworks, parameters, who, when, and the hashes by which it can be checked. */
export function RunFacts({ run, frameworkNames }: { run: RunDetail; frameworkNames: Readonly<Record<string, string>> }) {
  const { portfolio, baseline, alternatives, parameters, simmPack, scanParameters } = run.description;
  // runs from before these were kept have none
  const [evidence, details] = [portfolio.evidence ?? [], parameters.details ?? []];
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
      {evidence.map(({ kind, fileName, contentHash }) => (
        <Fact key={kind} term={EVIDENCE_NAMES[kind].label}>
          <span title={contentHash}>{fileName}</span>
        </Fact>
      ))}
      <Fact term="Baseline">{name(baseline)}</Fact>
      <Fact term={alternatives.length === 1 ? 'Alternative' : 'Alternatives'}>{alternatives.map(name).join('; ')}</Fact>
      {(Object.keys(PARAMETER_TEXTS) as ChoiceName[]).map((key) => (
        <Fact key={key} term={PARAMETER_TEXTS[key].label}>
          {PARAMETER_TEXTS[key].values[parameters[key]] ?? parameters[key]}
        </Fact>
      ))}
      {parameters.details.includes('adequacy') ? (
        <Fact term="Losses run over">{parameters.lossDays === 1 ? '1 day' : `${parameters.lossDays} days`}</Fact>
      ) : null}
      {parameters.fundingRate ? <Fact term="Funding rate">{formatShare(parameters.fundingRate, 2)} a year</Fact> : null}
      {details.length > 0 ? <Fact term="Computed too">{details.map((detail) => DETAIL_TEXTS[detail].label).join('; ')}</Fact> : null}
      {simmPack ? <Fact term="SIMM pack">{setName(simmPack)}</Fact> : null}
      {scanParameters ? <Fact term="Scan parameters">{setName(scanParameters)}</Fact> : null}
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

function setName({ name, version, contentHash }: UsedParameterSet): ReactNode {
  return (
    <span title={contentHash}>
      {name} ({version})
    </span>
  );
}

function hash(value: string): ReactNode {
  return (
    <code title={value} className="font-mono text-sm">
      {value.slice(0, 12)}…
    </code>
  );
}
