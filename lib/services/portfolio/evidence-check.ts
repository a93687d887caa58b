import type { Decimal } from '@/lib/core/decimal';
import type { FileProblem } from '@/lib/core/file-problem';
import { type IndexConstituents, NO_CONSTITUENTS } from '@/lib/margin/classification/index-constituents';
import type { Regime } from '@/lib/margin/classification/regime';
import type { EvidenceFileKind } from '@/lib/margin/evidence/evidence-file-kinds';
import { ExternalIndex } from '@/lib/margin/evidence/external-index';
import { pnlRate } from '@/lib/margin/evidence/pnl-rate';
import { matchSensitivities } from '@/lib/margin/portfolio/crif-sensitivities';
import { ProblemLog } from '@/lib/margin/portfolio/import-report';
import type { Position } from '@/lib/margin/portfolio/position';
import type { StoredFileSummary } from '../file/store-file';
import type { EvidenceReport } from './evidence-report';
import type { EvidenceReading } from './read-evidence-file';

/** A further file that was read, before it is compared with the positions. */
export interface ReadFile {
  readonly kind: EvidenceFileKind;
  readonly file: StoredFileSummary;
  readonly reading: EvidenceReading;
}

/** What a further file turned out to be, and whether it can stand beside the positions. */
export interface CheckedFile {
  readonly kind: EvidenceFileKind;
  readonly file: StoredFileSummary;
  readonly contentHash: string;
  readonly report: EvidenceReport;
}

/** Kinds that are read after the positions, because their rows name them. */
export const LATE_KINDS: readonly EvidenceFileKind[] = ['sensitivities', 'pnl'];

/**
 * The further files of one import, compared with its positions as these stream by: which positions each says something of, and what each says of positions
 * that are not there. Keeps the identifiers of the positions, and nothing else of them.
 */
export class EvidenceCheck {
  readonly constituents: IndexConstituents = NO_CONSTITUENTS;
  /** Of the positions that were noted. */
  readonly positionIds = new Set<string>();
  private readonly external: ExternalIndex | null = null;
  private readonly externalSeen = new Set<number>();
  private externallyCovered = 0;
  private readonly filled = { rows: 0, currencies: new Set<string>() };

  constructor(
    private readonly early: readonly ReadFile[],
    private readonly calculationCurrency: string,
  ) {
    for (const { reading } of early) {
      if (reading.content.kind === 'constituents') this.constituents = reading.content.constituents;
      if (reading.content.kind === 'external') this.external = new ExternalIndex(reading.content.external);
    }
  }

  /** The rate of a currency to the calculation currency for a row that gives none, by the file of rates; null without one. Counts what it gives. */
  rateOf = (currency: string): Decimal | null => {
    const rates = this.content('rates')?.rates ?? null;
    const rate = rates === null ? null : pnlRate(currency, this.calculationCurrency, rates, null);
    if (rate === null) return null;
    this.filled.rows += 1;
    this.filled.currencies.add(currency);
    return rate;
  };

  /** Takes note of a position of the portfolio, with the regime that the tests decided. */
  note(position: Position, regime: Regime): void {
    this.positionIds.add(position.positionId);
    const entries = this.external?.find(position, regime === 'undetermined' ? null : regime) ?? [];
    if (entries.length > 0) this.externallyCovered += 1;
    for (const { line } of entries) this.externalSeen.add(line);
  }

  /**
   * Each file with its report, once every position was noted; `late` are those that were read after them. Where not all positions could be read, `comparable` is
   * false and nothing is said of positions that are not there.
   */
  finish(late: readonly ReadFile[], comparable: boolean): CheckedFile[] {
    return [...this.early, ...late].map(({ kind, file, reading }) => {
      const log = new ProblemLog();
      log.add(reading.problems);
      const { covered, use, problems } = this.compare(reading);
      if (comparable) log.add(problems);
      return checkedFile({ kind, file, contentHash: reading.contentHash, rows: reading.rows, log, covered, use });
    });
  }

  private compare({ content, rows }: EvidenceReading): { covered: number | null; use: string; problems: Iterable<FileProblem> } {
    switch (content.kind) {
      case 'sensitivities': {
        const { sensitivities, problems } = matchSensitivities(content.rows, this.positionIds);
        return { covered: sensitivities.size, use: `${count(rows)} sensitivities.`, problems };
      }
      case 'pnl': {
        const { pnl } = content;
        const days = pnl?.dated ? `, ${pnl.scenarios[0]} to ${pnl.scenarios.at(-1)}` : '';
        return { covered: rows, use: `${count(pnl?.scenarios.length ?? 0)} scenarios${days}.`, problems: [] };
      }
      case 'external':
        return {
          covered: this.externallyCovered,
          use: `${count(rows)} given ${rows === 1 ? 'amount' : 'amounts'}.`,
          problems: content.external.filter(({ line }) => !this.externalSeen.has(line)).map(({ line }) => unmatchedAmount(line)),
        };
      case 'constituents':
        return {
          covered: null,
          use: `Components of ${count(content.constituents.size)} ${content.constituents.size === 1 ? 'index' : 'indexes'}; the tests of index products used them.`,
          problems: [],
        };
      case 'rates': {
        const { rows: given, currencies } = this.filled;
        const taken =
          given === 0
            ? 'no row needed them'
            : `taken for ${count(given)} ${given === 1 ? 'position' : 'positions'} in ${[...currencies].sort().join(', ')}, whose rows give none`;
        return { covered: null, use: `${count(rows)} rates in ${content.rates.base}; ${taken}.`, problems: [] };
      }
    }
  }

  private content<K extends EvidenceFileKind>(kind: K): Extract<EvidenceReading['content'], { kind: K }> | null {
    const found = this.early.find(({ reading }) => reading.content.kind === kind)?.reading.content;
    return (found as Extract<EvidenceReading['content'], { kind: K }> | undefined) ?? null;
  }
}

/** A further file with its report; where it has errors the report says nothing of use. */
export function checkedFile(facts: {
  kind: EvidenceFileKind;
  file: StoredFileSummary;
  contentHash: string;
  rows: number;
  log: ProblemLog;
  covered: number | null;
  use: string;
}): CheckedFile {
  const { kind, file, contentHash, rows, log, covered, use } = facts;
  const { errors, warnings, problems, counts } = log.report({
    ...{ fileName: file.name, sha256: file.sha256, size: file.size, rows, positions: 0, leftOut: [] },
  });
  const report = {
    kind,
    fileName: file.name,
    sha256: file.sha256,
    size: file.size,
    rows,
    errors,
    warnings,
    problems,
    counts,
    covered,
    use,
  };
  return { kind, file, contentHash, report: errors > 0 ? { ...report, covered: null, use: '' } : report };
}

function unmatchedAmount(line: number): FileProblem {
  return {
    ...{ severity: 'warning', code: 'no-such-netting-set', line, column: null, value: null },
    message: 'No position of the portfolio is in this netting set under this regime, so the amount enters no calculation.',
  };
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
