import { describe, expect, it } from 'vitest';
import { auditCsvLine } from '@/lib/review/audit/audit-csv';
import { auditChain } from '@/tests/support/audit-chain';

const line = (actorName: string, data: unknown = {}) => auditCsvLine({ ...auditChain(data)[0]!, actorName });

describe('auditCsvLine', () => {
  it.each(['=cmd|calc', '+1+A1', '-1-A1', '@SUM(A1)', '\tx', '\rx'])('keeps a spreadsheet from taking %j for a formula', (name) => {
    const cell = line(name).split('firm.settings-changed,')[1]!;
    expect(cell.startsWith(`'${name[0]}`) || cell.startsWith(`"'${name[0]}`)).toBe(true);
  });

  it('leaves numbers numbers', () => {
    expect(line('-1.5')).toContain(',-1.5,');
  });

  it('quotes commas, quotation marks and line ends', () => {
    expect(line('Ada "A", Counsel')).toContain(',"Ada ""A"", Counsel",');
    expect(line('Ada', { note: 'a,b' })).toContain(',"{""note"":""a,b""}",');
  });

  it('ends with CRLF and leaves plain names alone', () => {
    expect(line('Ada')).toMatch(/,Ada,.*\r\n$/);
  });
});
