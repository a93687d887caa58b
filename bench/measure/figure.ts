/** One measured figure, as it is printed. */
export interface BenchFigure {
  /** What was measured, from the general to the particular: `schedule.10k.cold`. */
  readonly name: string;
  /** null where it could not be measured; `detail` says why. */
  readonly value: number | null;
  /** ms, MB (a million bytes), kB (a thousand bytes), ratio, exponent, pages */
  readonly unit: string;
  /** How many measurements the value is the median of. */
  readonly n: number;
  readonly detail: string;
}

/** A figure as one line of JSON. */
export function figureJson({ name, value, unit, n, detail }: BenchFigure): string {
  return JSON.stringify({ name, value, unit, n, detail });
}

const WIDTHS = { name: 36, value: 10, unit: 9, n: 3 } as const;

/** The head of the text table. */
export const FIGURE_HEAD: string = row('name', 'value', 'unit', 'n', 'detail');

/** A figure as a line of the text table. */
export function figureRow({ name, value, unit, n, detail }: BenchFigure): string {
  return row(name, value === null ? '–' : String(value), unit, String(n), detail);
}

function row(name: string, value: string, unit: string, n: string, detail: string): string {
  return `${name.padEnd(WIDTHS.name)} ${value.padStart(WIDTHS.value)} ${unit.padEnd(WIDTHS.unit)} ${n.padStart(WIDTHS.n)}  ${detail}`;
}
