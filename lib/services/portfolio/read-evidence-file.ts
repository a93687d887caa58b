import type { FileProblem } from '@/lib/core/file-problem';
import { contentHash } from '@/lib/core/hash';
import type { IndexConstituents } from '@/lib/margin/classification/index-constituents';
import { readConstituents } from '@/lib/margin/classification/read-constituents';
import type { EvidenceFileKind } from '@/lib/margin/evidence/evidence-file-kinds';
import type { ExternalRequirement } from '@/lib/margin/evidence/external-requirement';
import type { FxRates } from '@/lib/margin/evidence/fx-rates';
import type { PnlVectors } from '@/lib/margin/evidence/pnl-vectors';
import { readExternalRequirements } from '@/lib/margin/evidence/read-external-requirements';
import { readFxRates } from '@/lib/margin/evidence/read-fx-rates';
import { readPnl } from '@/lib/margin/evidence/read-pnl';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import { readCrif } from '@/lib/margin/portfolio/read-crif';

/** What a further file of a portfolio holds, as methods and the classification take it. */
export type EvidenceContent =
  | { readonly kind: 'sensitivities'; readonly rows: readonly CrifRow[] }
  | { readonly kind: 'pnl'; readonly pnl: PnlVectors | null }
  | { readonly kind: 'external'; readonly external: readonly ExternalRequirement[] }
  | { readonly kind: 'constituents'; readonly constituents: IndexConstituents }
  | { readonly kind: 'rates'; readonly rates: FxRates };

export interface EvidenceReading {
  readonly content: EvidenceContent;
  readonly problems: readonly FileProblem[];
  readonly rows: number;
  readonly contentHash: string;
}

export interface EvidenceFile {
  readonly kind: EvidenceFileKind;
  /** of its bytes */
  readonly sha256: string;
  readonly source: AsyncIterable<Uint8Array>;
  /** Lines of a CRIF whose rows the import left out. */
  readonly leaveOut?: ReadonlySet<number>;
}

export interface EvidenceOptions {
  /** Of rates without a base and of P&L without a currency. */
  readonly calculationCurrency: string;
  /** The portfolio's positions: P&L of others is named and not used. Absent: they are not known. */
  readonly positions?: ReadonlySet<string>;
}

/** Reads a further file of a portfolio to its end. The content must not be used while a problem is of severity error. Never throws for what the bytes hold. */
export async function readEvidenceFile(file: EvidenceFile, { calculationCurrency, positions }: EvidenceOptions): Promise<EvidenceReading> {
  switch (file.kind) {
    case 'sensitivities':
      return readSensitivities(file);
    case 'pnl': {
      const { pnl, problems } = await readPnl(file.source, { currency: calculationCurrency, ...(positions ? { positions } : {}) });
      return { content: { kind: 'pnl', pnl }, problems, rows: pnl?.rows.size ?? 0, contentHash: pnl?.contentHash ?? '' };
    }
    case 'external': {
      const { external, problems, contentHash: hash } = await readExternalRequirements(file.source);
      return { content: { kind: 'external', external }, problems, rows: external.length, contentHash: hash };
    }
    case 'constituents': {
      const { constituents, problems } = await readConstituents(file.source);
      const entries = [...constituents].flatMap(([index, components]) => components.map((component) => [index, component]));
      return { content: { kind: 'constituents', constituents }, problems, rows: entries.length, contentHash: hashOf(entries) };
    }
    case 'rates': {
      const { rates, problems } = await readFxRates(file.source, { base: calculationCurrency });
      const hash = contentHash({ base: rates.base, rates: hashOf([...rates.rates]) });
      return { content: { kind: 'rates', rates }, problems, rows: rates.rates.size, contentHash: hash };
    }
  }
}

/** A CRIF is hashed by its bytes and the rows left out: its rows are too many to be put in an order first. */
async function readSensitivities({ source, sha256, leaveOut }: EvidenceFile): Promise<EvidenceReading> {
  const rows: CrifRow[] = [];
  const problems: FileProblem[] = [];
  let count = 0;
  for await (const batch of readCrif(source, leaveOut ? { leaveOut } : {})) {
    for (const problem of batch.problems) problems.push(problem);
    for (const row of batch.rows) {
      rows.push(row);
      if (row.imModel !== 'Schedule') count += 1;
    }
  }
  return { content: { kind: 'sensitivities', rows }, problems, rows: count, contentHash: sensitivitiesHash(sha256, leaveOut) };
}

/** The hash of a CRIF's sensitivities, from the file's own hash. */
export function sensitivitiesHash(sha256: string, leaveOut: ReadonlySet<number> = new Set()): string {
  return leaveOut.size === 0 ? sha256 : contentHash({ sha256, leftOut: [...leaveOut].sort((a, b) => a - b) });
}

/** The hash of entries whose order in the file does not count; decimals enter as plain digits, lines do not. */
function hashOf(entries: readonly unknown[]): string {
  const texts = entries.map((entry) => JSON.stringify(entry, (name, value) => (name === 'line' ? undefined : value)));
  return contentHash(texts.sort());
}
