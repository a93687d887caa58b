import type { ReactNode } from 'react';
import { exactAmount } from '@/components/ui/format-amount';
import { Notice } from '@/components/ui/notice';
import type { FlatNode } from '@/lib/margin/impact/flatten-tree';
import { CitationMark } from './citation-mark';
import { joinFailures, somePositions } from './join-failures';
import { keyed } from './keyed';

/** A bucket can have thousands of inputs: the first are shown, the rest on demand. */
const MOST_INPUTS = 20;
const MOST_POSITIONS = 20;

/** One amount in full: formula, rule with standing, parameters, inputs, assumptions, what is missing. */
export function DerivationDetail({ node, currency }: { node: FlatNode; currency: string }) {
  const { formula, citations, parameters, inputs, assumptions, failures } = node.detail;
  return (
    <div className="grid gap-x-8 gap-y-3 px-4 py-3 md:grid-cols-2">
      <Part title="Amount, exact">
        <p className="figures font-medium">
          {exactAmount(node.amount)} {currency}
        </p>
      </Part>
      <Part title="Formula">
        <p className="font-mono text-sm">{formula}</p>
      </Part>
      {citations.length > 0 ? (
        <Part title="Rule">
          <ul className="flex flex-col gap-1">
            {keyed(citations, ({ paragraph }) => paragraph).map(({ key, item: citation }) => (
              <li key={key}>
                <CitationMark citation={citation} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {parameters.length > 0 ? (
        <Part title="Figures of the rule and settings">
          <dl className="flex flex-col gap-1">
            {keyed(parameters, ({ name }) => name).map(({ key, item: parameter }) => (
              <div key={key}>
                <dt className="inline">{parameter.name}: </dt>
                <dd className="figures inline font-medium">
                  {parameter.value} {parameter.unit}{' '}
                  {parameter.citation ? (
                    <span className="font-normal text-muted text-sm">
                      <CitationMark citation={parameter.citation} />
                    </span>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
        </Part>
      ) : null}
      {inputs.length > 0 ? (
        <Part title="Inputs">
          <Inputs inputs={inputs.slice(0, MOST_INPUTS)} />
          {inputs.length > MOST_INPUTS ? (
            <details className="mt-1">
              <summary className="text-muted">{(inputs.length - MOST_INPUTS).toLocaleString('en-US')} more inputs</summary>
              <Inputs inputs={inputs.slice(MOST_INPUTS)} />
            </details>
          ) : null}
        </Part>
      ) : null}
      {assumptions.length > 0 ? (
        <Part title="Assumptions and readings">
          <ul className="list-disc pl-4">
            {[...new Set(assumptions)].map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </Part>
      ) : null}
      {failures.length > 0 ? (
        <div className="md:col-span-2">
          <Notice tone="amber" title="Left out of this amount">
            <ul className="list-disc pl-4">
              {joinFailures(failures).map((failure) => (
                <li key={`${failure.reason}-${failure.message}`}>
                  {failure.message}
                  {failure.positionIds.length > 0 ? (
                    <span className="text-muted"> {somePositions(failure.positionIds, MOST_POSITIONS)}</span>
                  ) : null}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      <p className="text-faint text-xs md:col-span-2">
        Path in the run: <code className="break-all font-mono">{node.path}</code>
      </p>
    </div>
  );
}

function Inputs({ inputs }: { inputs: FlatNode['detail']['inputs'] }) {
  return (
    <dl className="flex flex-col gap-1">
      {keyed(inputs, ({ name }) => name).map(({ key, item: input }) => (
        <div key={key} className="flex justify-between gap-4 border-line border-b border-dotted">
          <dt className="text-muted">{input.name}</dt>
          <dd className="figures text-right">
            {exactAmount(input.value)} {input.unit}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-0.5 font-medium text-muted text-sm">{title}</h3>
      {children}
    </section>
  );
}
