import { Decimal } from '@/lib/core/decimal';
import { testWords } from '@/lib/letter/figures/adequacy-words';
import type { AdequacyRow } from '@/lib/margin/report/adequacy-report';
import type { Verdict } from './state-word';

/** What Kupiec's test says of an account's exceedances. */
export function coverageVerdict(row: Pick<AdequacyRow, 'exceedances' | 'expected' | 'kupiec' | 'testNote'>): Verdict {
  if (row.kupiec === null) return { kind: 'untested', words: row.testNote ?? 'Not tested' };
  const words = testWords('kupiec', row, row.kupiec);
  if (!row.kupiec.rejected) return { kind: 'fits', words };
  return { kind: new Decimal(row.exceedances).gt(row.expected) ? 'too-many' : 'too-few', words };
}
