import { Decimal, sumDecimals } from '@/lib/core/decimal';
import { byUnitDeduction, type CdsLine, cdsDeduction } from './cds-line';

/**
 * How far paragraph (iii) halves the short side of a sector. whole: "50 percent of the amount required … on the short position", as the text
 * stands, even where less is long. matched: only as much of the short as is long; the rest in full.
 */
export type SectorShort = 'whole' | 'matched';

/** Part of a swap in a sector's offset and the deduction that is left on it. */
export interface SectorPart {
  readonly line: CdsLine;
  readonly part: Decimal;
  readonly deduction: Decimal;
}

/** Long and short swaps of one industry sector in one cell of the table. */
export interface SectorOffset {
  readonly sector: string;
  readonly row: number;
  readonly column: number;
  readonly parts: readonly SectorPart[];
}

/**
 * Offsets of paragraph (P)(1)(iii), second sentence: in one sector and one cell, half of the short deduction plus the long deduction on the excess long.
 * The longs with the highest deductions are matched first. Uses up `open` of every line concerned.
 */
export function offsetSameSector(lines: readonly CdsLine[], sectorShort: SectorShort): SectorOffset[] {
  const cells = new Map<string, CdsLine[]>();
  for (const line of lines) {
    if (line.sector === null || line.open.isZero() || line.liftedRow !== null) continue;
    const key = JSON.stringify([line.sector, line.row, line.column]);
    const cell = cells.get(key);
    if (cell) cell.push(line);
    else cells.set(key, [line]);
  }
  return [...cells.keys()].sort().flatMap((key) => offsetCell(cells.get(key) ?? [], sectorShort));
}

function offsetCell(lines: readonly CdsLine[], sectorShort: SectorShort): SectorOffset[] {
  const longs = lines.filter((line) => line.long).sort(byUnitDeduction);
  const shorts = lines.filter((line) => !line.long).sort(byUnitDeduction);
  const [first] = longs;
  if (first === undefined || shorts.length === 0) return [];
  const longTotal = sumDecimals(longs.map((line) => line.open));
  const shortTotal = sumDecimals(shorts.map((line) => line.open));
  const parts: SectorPart[] = [];
  let halved = sectorShort === 'whole' ? shortTotal : Decimal.min(longTotal, shortTotal);
  for (const line of shorts) {
    const part = Decimal.min(line.open, halved);
    halved = sumDecimals([halved, part.neg()]);
    push(parts, line, part, cdsDeduction(line, part, line.row).div(2));
    push(parts, line, line.open, cdsDeduction(line, line.open, line.row));
  }
  let free = Decimal.min(longTotal, shortTotal);
  for (const line of longs) {
    const part = Decimal.min(line.open, free);
    free = sumDecimals([free, part.neg()]);
    push(parts, line, part, new Decimal(0));
    push(parts, line, line.open, cdsDeduction(line, line.open, line.row));
  }
  return [{ sector: first.sector ?? '', row: first.row, column: first.column, parts }];
}

function push(parts: SectorPart[], line: CdsLine, part: Decimal, deduction: Decimal): void {
  if (part.isZero()) return;
  line.open = sumDecimals([line.open, part.neg()]);
  parts.push({ line, part, deduction });
}
