import { collectPositions, type PositionsFile } from '@/lib/margin/portfolio/collect-positions';
import type { Position } from '@/lib/margin/portfolio/position';
import type { ReadPositionsOptions } from '@/lib/margin/portfolio/read-positions';

/** A text or bytes as they would stream in, in pieces of `size` bytes. */
export async function* pieces(content: string | Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const OPTIONS: ReadPositionsOptions = { calculationCurrency: 'USD', asOf: '2026-06-30' };

/** Reads a positions file out of a text. */
export function readText(content: string | Uint8Array, options: Partial<ReadPositionsOptions> = {}, size?: number): Promise<PositionsFile> {
  return collectPositions(pieces(content, size), { ...OPTIONS, ...options });
}

/** The problems of a file as "line column code", which is what tables of cases compare. */
export async function problemsOf(content: string | Uint8Array, options: Partial<ReadPositionsOptions> = {}): Promise<string[]> {
  const { problems } = await readText(content, options);
  return problems.map(({ severity, line, column, code }) => `${severity} ${line ?? '-'} ${column ?? '-'} ${code}`);
}

/** A position of no product in particular; `changes` say what matters to the case. */
export function position(changes: Partial<Position> = {}): Position {
  return {
    positionId: 'P1',
    account: null,
    counterparty: null,
    nettingAgreement: null,
    product: 'interest_rate_swap',
    jurisdiction: null,
    clearedBy: null,
    underlier: null,
    underlierType: null,
    direction: 'long',
    quantity: null,
    multiplier: null,
    notional: null,
    currency: 'USD',
    fxRate: null,
    price: null,
    marketValue: null,
    strike: null,
    optionType: null,
    exerciseStyle: null,
    maturity: null,
    spreadBp: null,
    impliedVol: null,
    duration: null,
    sector: null,
    referenceEntity: null,
    creditEvents: null,
    deliverableBasket: null,
    line: 2,
    ...changes,
  };
}
