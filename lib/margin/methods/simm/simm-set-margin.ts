import { type Decimal, ZERO } from '@/lib/core/decimal';
import { buildNode } from '../build-node';
import type { MarginNode } from '../margin-node';
import {
  type CountedRows,
  type MarginSettings,
  NO_MEASURES,
  type RegulationMargin,
  regulationMargin,
  type SimmMeasures,
  segment,
} from './regulation-margin';
import { addOnCountsUnder, countsUnder, regulationsOf, SEC_UNSEGREGATED } from './regulations';

/** `worst`: the largest of each regulation's own; `all`: every row, whatever its regulations; the two SEC parts; or one regulation's name. */
export type RegulationChoice = 'worst' | 'all' | 'segregated' | 'unsegregated' | (string & {});

/** The margin of one netting set: of the regulation that binds. Amounts in dollars. */
export interface SimmSetMargin {
  readonly total: Decimal;
  readonly measures: () => SimmMeasures;
  readonly segregated: () => Decimal;
  /** Null where no row has the tag. */
  readonly unsegregated: () => Decimal | null;
  readonly notes: () => readonly string[];
  /** The calculation that the total is of; null where no row counts. */
  readonly binding: RegulationMargin | null;
  readonly node: () => MarginNode;
}

export function simmSetMargin(
  path: string,
  label: string,
  rows: CountedRows,
  settings: MarginSettings,
  choice: RegulationChoice,
): SimmSetMargin {
  const named = namesOf(rows, choice);
  const margins = regulationMargins(rows, named, settings, path);
  const wanted = margins.filter(({ names }) => isWanted(names, choice));
  const binding = largest(wanted);
  const total = binding?.margin.total ?? ZERO;
  const node = () =>
    buildNode({
      path,
      label,
      level: 'netting-set',
      amount: total,
      formula: named === null || wanted.length < 2 ? 'the rows that count' : 'simm.worst-of: the largest of the regulations',
      inputs: binding === undefined ? [] : [{ name: 'binding regulation', value: binding.names.join(', ') || 'none named' }],
      assumptions:
        named !== null && margins.some(({ names }) => names.includes('Unspecified'))
          ? ['Rows that name no regulation stand under none of those named and are computed on their own.']
          : [],
      children: wanted.map(({ margin }) => margin.node()),
    });
  return {
    node,
    total,
    binding: binding?.margin ?? null,
    measures: () => binding?.margin.measures() ?? NO_MEASURES,
    segregated: () => largest(margins.filter(({ names }) => isWanted(names, 'segregated')))?.margin.total ?? ZERO,
    unsegregated: () => margins.find(({ names }) => names.includes(SEC_UNSEGREGATED))?.margin.total ?? null,
    notes: () => wanted.flatMap(({ margin }) => margin.notes()),
  };
}

/** The regulations to compute; null: none is named, or they shall not matter. */
function namesOf(rows: CountedRows, choice: RegulationChoice): readonly string[] | null {
  if (choice === 'all') return null;
  const named = regulationsOf([...rows.sensitivities, ...rows.refused], rows.addOns);
  return named === null || choice === 'worst' || choice === 'segregated' || choice === 'unsegregated' ? named : [choice];
}

interface NamedMargin {
  readonly names: readonly string[];
  readonly margin: RegulationMargin;
}

/** Each regulation's margin; regulations with the same rows share one. */
function regulationMargins(rows: CountedRows, named: readonly string[] | null, settings: MarginSettings, path: string): NamedMargin[] {
  if (named === null) return [{ names: [], margin: regulationMargin(rows, settings, `${path}/all`, 'All rows') }];
  const groups = new Map<string, { names: string[]; counted: CountedRows }>();
  for (const name of named) {
    const counted = {
      sensitivities: rows.sensitivities.filter((item) => countsUnder(item, name)),
      addOns: rows.addOns.filter((item) => addOnCountsUnder(item, name)),
      refused: rows.refused.filter((item) => countsUnder(item, name)),
    };
    const signature = [
      rows.sensitivities.map((item) => countsUnder(item, name)),
      rows.addOns.map((item) => addOnCountsUnder(item, name)),
      rows.refused.map((item) => countsUnder(item, name)),
    ]
      .map((flags) => flags.map(Number).join(''))
      .join('|');
    const same = groups.get(signature);
    // the tag of the SEC is kept apart, so that segregation can be told
    if (same && name !== SEC_UNSEGREGATED && !same.names.includes(SEC_UNSEGREGATED)) same.names.push(name);
    else groups.set(same ? `${signature} ${name}` : signature, { names: [name], counted });
  }
  return [...groups.values()].map(({ names, counted }) => ({
    names,
    margin: regulationMargin(counted, settings, `${path}/${segment(names.join('+'))}`, names.join(', ')),
  }));
}

function isWanted(names: readonly string[], choice: RegulationChoice): boolean {
  const tagged = names.includes(SEC_UNSEGREGATED);
  if (choice === 'segregated') return !tagged;
  return choice === 'unsegregated' ? tagged : true;
}

function largest(margins: readonly NamedMargin[]): NamedMargin | undefined {
  return margins.reduce<NamedMargin | undefined>(
    (best, each) => (best === undefined || each.margin.total.gt(best.margin.total) ? each : best),
    undefined,
  );
}
