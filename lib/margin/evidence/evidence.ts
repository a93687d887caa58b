import type { ScanParameters } from '../parameters/scan-parameters';
import type { SimmPack } from '../parameters/simm-pack';
import type { CrifRow } from '../portfolio/crif-row';
import type { ExternalRequirement } from './external-requirement';
import type { FxRates } from './fx-rates';
import type { PnlVectors } from './pnl-vectors';

/** Kinds of evidence that a position can have or lack; a leg of a framework may take only positions that have one. */
export const EVIDENCE_KINDS = ['sensitivities', 'pnl', 'external', 'scan-parameters'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What methods may need beside the positions. Nothing here is guessed: what was not given is null or empty, and a method says what it lacks. */
export interface Evidence {
  /** Rows of a CRIF by the position that they are of (its TradeID). */
  readonly sensitivities: ReadonlyMap<string, readonly CrifRow[]>;
  readonly pnl: PnlVectors | null;
  readonly external: readonly ExternalRequirement[];
  readonly rates: FxRates | null;
  readonly simmPack: SimmPack | null;
  readonly scanParameters: ScanParameters | null;
}

/** A portfolio that comes with positions alone. */
export const NO_EVIDENCE: Evidence = {
  sensitivities: new Map(),
  pnl: null,
  external: [],
  rates: null,
  simmPack: null,
  scanParameters: null,
};
