import { SampleDraw } from './sample-draw';

const SEED = 20240628;
const LAST_DAY = '2026-06-29';
const DAYS = 500;
const MILLISECONDS_A_DAY = 86_400_000;
/** Days on which the invented history has no trading beside weekends. */
const CLOSED: ReadonlySet<string> = new Set(['01-01', '07-04', '12-25']);
/** Weeks in which everything moves more. */
const STRESSED = { from: '2025-03-31', to: '2025-05-09', times: 3 } as const;

/** One day of the invented market. Shares, exchange rates and spreads move by millionths of themselves, yields by thousandths of a basis point. */
export interface SampleDay {
  readonly date: string;
  readonly equity: number;
  readonly spread: number;
  readonly yieldMove: number;
  readonly foreign: Readonly<Record<string, { readonly exchange: number; readonly yieldMove: number; readonly basis: number }>>;
  /** Of one name alone, the same for its share and its debt but for the sign. */
  readonly ownMove: (name: string) => number;
}

/** Five hundred trading days up to the sample's own, with five weeks of stress; invented, and the same on every machine. */
export function sampleDays(): SampleDay[] {
  const draw = new SampleDraw(SEED);
  return tradingDays().map((date, day) => {
    const times = date >= STRESSED.from && date <= STRESSED.to ? STRESSED.times : 1;
    const move = (deviation: number) => Math.trunc((bell(draw) * deviation * times) / 1000);
    const equity = move(9_000) + 200;
    const yieldMove = move(5_200);
    const foreign = Object.fromEntries(
      ['EUR', 'GBP', 'JPY'].map((currency) => [
        currency,
        { exchange: move(5_000), yieldMove: Math.trunc(yieldMove / 2) + move(3_500), basis: move(900) },
      ]),
    );
    return {
      date,
      equity,
      // wider where shares fall
      spread: move(14_000) - Math.trunc((equity * 13) / 10),
      yieldMove,
      foreign,
      ownMove: (name) => Math.trunc((bell(new SampleDraw(seedOf(name, day))) * 12_000 * times) / 1000),
    };
  });
}

/** About normal, in thousandths of a standard deviation: twelve even draws, added up. */
function bell(draw: SampleDraw): number {
  let sum = 0;
  for (let i = 0; i < 12; i += 1) sum += draw.between(-500, 500);
  return sum;
}

function seedOf(name: string, day: number): number {
  let seed = SEED + day * 7919;
  for (let i = 0; i < name.length; i += 1) seed = Math.imul(seed ^ name.charCodeAt(i), 0x01000193);
  return seed;
}

function tradingDays(): string[] {
  const days: string[] = [];
  for (let at = Date.parse(LAST_DAY); days.length < DAYS; at -= MILLISECONDS_A_DAY) {
    const day = new Date(at);
    const date = day.toISOString().slice(0, 10);
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    if (!weekend && !CLOSED.has(date.slice(5))) days.unshift(date);
  }
  return days;
}
