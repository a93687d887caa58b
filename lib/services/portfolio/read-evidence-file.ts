import type { FileProblem } from '@/lib/core/file-problem';
import { contentHash } from '@/lib/core/hash';
import type { IndexConstituents } from '@/lib/margin/classification/index-constituents';
import { readConstituents } from '@/lib/margin/classification/read-constituents';
import type { ExternalRequirement } from '@/lib/margin/evidence/external-requirement';
import type { FxRates } from '@/lib/margin/evidence/fx-rates';
import type { PnlVectors } from '@/lib/margin/evidence/pnl-vectors';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import { readCrif } from '@/lib/margin/portfolio/read-crif';
import type { EvidenceFileKind } from './evidence-report';

/** What a further file of a portfolio holds, as methods and the classification take it. */
export type EvidenceContent =
  | { readonly kind: 'sensitivities'; readonly rows: readonly CrifRow[] }
  | { readonly kind: 'pnl'; readonly pnl: PnlVectors }
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

/** Reads a further file of a portfolio to its end. The content must not be used while a problem is of severity error. Never throws for what the bytes hold. */
export async function readEvidenceFile(file: EvidenceFile, calculationCurrency: string): Promise<EvidenceReading> {
  switch (file.kind) {
    case 'sensitivities':
      return readSensitivities(file);
    case 'constituents': {
      const { constituents, problems } = await readConstituents(file.source);
      const listed = [...constituents].map(([index, components]) => [index, components.map((one) => ({ ...one }))]);
      const rows = [...constituents.values()].reduce((sum, components) => sum + components.length, 0);
      return { content: { kind: 'constituents', constituents }, problems, rows, contentHash: hashOf(listed) };
    }
    default:
      throw new Error(`${file.kind} ${calculationCurrency}`);
  }
}

/** A CRIF is hashed by its bytes: its rows are too many to be put in an order first. */
async function readSensitivities({ source, sha256, leaveOut }: EvidenceFile): Promise<EvidenceReading> {
  const rows: CrifRow[] = [];
  const problems: FileProblem[] = [];
  for await (const batch of readCrif(source, leaveOut ? { leaveOut } : {})) {
    for (const problem of batch.problems) problems.push(problem);
    for (const row of batch.rows) if (row.imModel !== 'Schedule') rows.push(row);
  }
  return { content: { kind: 'sensitivities', rows }, problems, rows: rows.length, contentHash: sha256 };
}

/** The hash of a list whose order in the file does not count; decimals enter as plain digits. */
function hashOf(entries: readonly unknown[]): string {
  const texts = entries.map((entry) => JSON.stringify(entry, (_, value) => (value instanceof Map ? [...value] : value))).sort();
  return contentHash(texts);
}
