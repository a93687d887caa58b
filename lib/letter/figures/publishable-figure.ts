import type { FigureFormat, FigureKind } from './figure';

/** Something of a run that can be published, with a name and a format that mostly need no change. */
export interface PublishableFigure {
  readonly path: string;
  readonly kind: FigureKind;
  readonly name: string;
  /** The heading under which it is offered. */
  readonly group: string;
  readonly format: FigureFormat;
  /** What to think of before it is published in a letter that anybody can read; null for nothing. */
  readonly caution: string | null;
}

export type FigureMaker = (
  group: string,
) => (path: string, kind: FigureKind, name: string, format?: FigureFormat, caution?: string | null) => PublishableFigure;

/** What a public letter would tell; null for nothing. */
export function namesCaution(names: string | null): string | null {
  return names === null ? null : `Names ${names}. Letters are posted publicly and unedited.`;
}
