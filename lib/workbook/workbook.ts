/** How a number is shown in a sheet; what is kept is its exact decimal text. `plain` shows what digits there are. */
export type NumberLook = 'money' | 'money-short' | 'percent' | 'count' | 'ratio' | 'plain';

/** A number: `value` is a plain decimal text. With a formula, `value` is what the formula must come to. */
export interface NumberCell {
  readonly kind: 'number';
  readonly value: string;
  readonly look: NumberLook;
  readonly formula?: Formula;
  readonly strong?: boolean;
}

/** Words, always typed as text: nothing in them is ever read as a formula. */
export interface TextCell {
  readonly kind: 'text';
  readonly text: string;
  readonly look?: 'plain' | 'strong' | 'head' | 'title' | 'note' | 'code';
  /** levels of a tree that it stands under */
  readonly indent?: number;
}

export type Cell = NumberCell | TextCell | null;

/** The few formulas that are written; each names cells of its own sheet as `{ row, column }`, counted from 0. */
export type Formula =
  | { readonly kind: 'sum'; readonly cells: readonly CellPlace[] }
  | { readonly kind: 'difference'; readonly of: CellPlace; readonly less: CellPlace }
  | { readonly kind: 'quotient'; readonly of: CellPlace; readonly by: CellPlace };

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface Sheet {
  /** At most 31 characters, none of []:*?/\ */
  readonly name: string;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  /** Rows at the top that stay in view. */
  readonly frozenRows: number;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Workbook {
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

/** What a sheet of Excel holds at most. */
export const MOST_ROWS = 1_048_576;
export const MOST_CELL_CHARACTERS = 32_767;
