import { Amount } from '@/components/ui/amount';
import { formatAmount } from '@/components/ui/format-amount';
import type { BridgeStep } from '@/lib/margin/report/run-report';
import { AgencyLegend } from './agency-legend';
import { AGENCY_FILLS } from './agency-name';
import { type BridgeBar, bridgeGeometry, type Composition } from './bridge-geometry';

const BAR = 16;

interface BridgeChartProps {
  title: string;
  steps: readonly BridgeStep[];
  currency: string;
  /** How totals are made up by agency, by step id. */
  compositions?: Readonly<Record<string, Composition>>;
  /** Where the numbers are from, under the picture. */
  source: string;
  /** Says under each step what it is. */
  explained?: boolean;
  /** For a small preview: a narrow column of steps. */
  compact?: boolean;
}

/**
 * The way from one requirement to another, step by step. It is a table whose middle column draws each step, so the picture and its numbers are one
 * thing: read in rows by a screen reader, by eye as a waterfall.
 */
export function BridgeChart({ title, steps, currency, compositions, source, explained = false, compact = false }: BridgeChartProps) {
  const geometry = bridgeGeometry(steps, compositions, compact ? 2 : 5);
  const agencies = geometry.bars.flatMap((bar) => bar.pieces.map((piece) => piece.agency)).filter((agency) => agency !== 'none');
  return (
    <figure>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <figcaption className="font-medium">{title}</figcaption>
        {agencies.length > 0 ? <AgencyLegend agencies={agencies} /> : null}
      </div>
      <table className="w-full border-collapse">
        <caption className="sr-only">
          {title}, in millions of {currency}
        </caption>
        <thead>
          <tr className="text-muted text-sm">
            <th scope="col" className={`pb-1 text-left font-medium ${compact ? 'w-40' : 'w-64'}`}>
              Step
            </th>
            <th scope="col" className="relative pb-1 font-normal">
              <span className="sr-only">Drawn</span>
              <svg aria-hidden="true" width="100%" height="16" className="block overflow-visible">
                {geometry.ticks.map(({ value, at }) => (
                  <text
                    key={value}
                    x={`${at}%`}
                    y="12"
                    textAnchor={at > 95 ? 'end' : at < 5 ? 'start' : 'middle'}
                    className="fill-faint text-xs"
                  >
                    {formatAmount(value, 'millions', tickDecimals(geometry.ticks[1]?.value ?? '1'))}
                  </text>
                ))}
              </svg>
            </th>
            <th scope="col" className="w-28 pb-1 text-right font-medium">
              {currency}&nbsp;m
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <tr key={step.id} className={step.kind === 'total' ? 'font-semibold' : step.amount === '0' ? 'text-faint' : ''}>
              <th scope="row" className="py-1.5 pr-4 text-left align-middle [font-weight:inherit] leading-4">
                {step.label}
                {!explained || step.explanation === '' ? null : (
                  <span className="block font-normal text-faint text-sm">{step.explanation}</span>
                )}
              </th>
              <td className="relative h-7 p-0">
                <StepBar
                  bar={geometry.bars[index]}
                  before={geometry.bars[index - 1]}
                  last={index === steps.length - 1}
                  ticks={geometry.ticks}
                />
              </td>
              <td className="py-1 text-right align-middle">
                <Amount value={step.amount} currency={currency} aligned />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-faint text-sm">{source}</p>
    </figure>
  );
}

interface StepBarProps {
  bar: BridgeBar | undefined;
  before: BridgeBar | undefined;
  last: boolean;
  ticks: readonly { readonly value: string; readonly at: number }[];
}

function StepBar({ bar, before, last, ticks }: StepBarProps) {
  if (!bar) return null;
  const fill = bar.kind === 'total' ? null : bar.falls ? 'fill-line-strong' : 'fill-amber';
  return (
    <svg aria-hidden="true" className="absolute inset-0 size-full overflow-visible">
      {ticks.map(({ value, at }) => (
        <line key={value} x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" className="stroke-line" />
      ))}
      {before ? (
        <line x1={`${before.level}%`} x2={`${before.level}%`} y1="0" y2="50%" className="stroke-faint" strokeDasharray="2 2" />
      ) : null}
      {last ? null : <line x1={`${bar.level}%`} x2={`${bar.level}%`} y1="50%" y2="100%" className="stroke-faint" strokeDasharray="2 2" />}
      <svg aria-hidden="true" y="50%" overflow="visible">
        {bar.pieces.map((piece) => (
          <rect
            key={`${piece.agency}-${piece.from}`}
            x={`${piece.from}%`}
            width={`${Math.max(0.25, piece.to - piece.from)}%`}
            y={-BAR / 2}
            height={BAR}
            rx="1.5"
            className={fill ?? AGENCY_FILLS[piece.agency]}
          />
        ))}
      </svg>
    </svg>
  );
}

function tickDecimals(step: string): number {
  const millions = formatAmount(step, 'millions', 3).replace(/0+$/, '');
  return millions.split('.')[1]?.length ?? 0;
}
