'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { Amount } from '@/components/ui/amount';
import { formatAmount, formatShare } from '@/components/ui/format-amount';
import { Decimal } from '@/lib/core/decimal';
import { type HeatLevel, heatLevels } from '@/lib/letter/figures/heat-levels';
import type { OffsetMatrix } from '@/lib/margin/report/detail-reports';
import { HEAT_FILLS } from './heat-fills';

type Place = readonly [row: number, column: number];
const SCALE: readonly HeatLevel[] = [-4, -2, 0, 1, 2, 3, 4];

/**
 * What margining groups together takes off, pair by pair. Every cell says its amount, and its shade how large that is. Arrow keys walk the cells; the
 * line below says in words what the cell means.
 */
export function HeatMap({ matrix, name, currency }: { matrix: OffsetMatrix; name: string; currency: string }) {
  const { groups, offsets, dimension } = matrix;
  const heat = heatLevels(offsets);
  const table = useRef<HTMLTableElement>(null);
  const [read, setRead] = useState<Place | null>(null);
  const entry = read ?? firstCell(offsets);

  function onKeyDown(event: KeyboardEvent, [row, column]: Place) {
    const steps: Record<string, Place> = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-cell="${row + step[0]}-${column + step[1]}"]`)?.focus();
  }

  return (
    <figure>
      <div className="overflow-x-auto rounded-md border">
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are walked by arrow keys
          role="grid"
          aria-label={`Offsets between ${dimension === 'regime' ? 'regimes' : 'classes'} under ${name}, in millions of ${currency}`}
          className="w-full border-collapse"
        >
          <thead>
            <tr className="border-b bg-sunken text-muted text-sm">
              <th scope="col" className="px-3 py-1.5 text-left align-bottom font-medium">
                {dimension === 'regime' ? 'Regime' : 'Class'}
              </th>
              <th scope="col" className="px-2 py-1.5 text-right align-bottom font-medium">
                Alone, {currency}&nbsp;m
              </th>
              {groups.slice(1).map(({ key, label }) => (
                <th key={key} scope="col" className="w-36 border-l px-2 py-1.5 text-right align-bottom font-medium leading-4">
                  with {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group, row) => (
              <tr key={group.key} className="not-last:border-b">
                <th scope="row" className="px-3 py-1.5 text-left font-medium leading-4">
                  {group.label}
                </th>
                <td className="px-2 py-1.5 text-right">
                  <Amount value={group.alone} currency={currency} aligned />
                </td>
                {groups.slice(1).map((other, index) => {
                  const column = index + 1;
                  const offset = offsets[row]?.[column] ?? null;
                  if (offset === null)
                    return <td key={other.key} className="border-l" aria-label={column <= row ? 'shown above' : 'not computed'} />;
                  return (
                    <td
                      key={other.key}
                      data-cell={`${row}-${column}`}
                      tabIndex={entry?.[0] === row && entry[1] === column ? 0 : -1}
                      onFocus={() => setRead([row, column])}
                      onMouseEnter={() => setRead([row, column])}
                      onKeyDown={(event) => onKeyDown(event, [row, column])}
                      className={`border-l px-2 py-1.5 text-right -outline-offset-2 ${HEAT_FILLS[heat[row]?.[column] ?? 'none']}`}
                    >
                      <Amount value={offset} currency={currency} aligned />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption className="mt-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-1 text-muted text-sm">
        <span className="min-h-8 min-w-64 flex-1">
          {read ? inWords(matrix, read, currency) : 'Point at a cell, or walk them by the arrow keys, to read what it means.'}
        </span>
        <span aria-hidden="true" className="flex items-center gap-1.5">
          dearer together
          <span className="flex">
            {SCALE.map((level) => (
              <span key={level} className={`inline-block h-3 w-5 ${HEAT_FILLS[level]}`} />
            ))}
          </span>
          larger offset
        </span>
      </figcaption>
    </figure>
  );
}

function firstCell(offsets: OffsetMatrix['offsets']): Place | null {
  for (const [row, cells] of offsets.entries()) {
    const column = cells.findIndex((offset) => offset !== null);
    if (column !== -1) return [row, column];
  }
  return null;
}

function inWords({ groups, offsets }: OffsetMatrix, [row, column]: Place, currency: string): string {
  const [one, other, offset] = [groups[row], groups[column], offsets[row]?.[column]];
  if (!one || !other || !offset) return '';
  const apart = new Decimal(one.alone).plus(other.alone);
  const together = apart.minus(offset);
  const share = apart.isZero() ? '' : `, ${formatShare(new Decimal(offset).abs().div(apart).toFixed())}`;
  const word = offset.startsWith('-') ? 'dearer' : 'less';
  return (
    `${one.label} with ${other.label}: alone ${formatAmount(one.alone)} and ${formatAmount(other.alone)}, together ${formatAmount(together.toFixed())} ` +
    `million ${currency}: ${formatAmount(new Decimal(offset).abs().toFixed())} ${word}${share}.`
  );
}
