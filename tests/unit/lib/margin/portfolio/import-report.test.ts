import { describe, expect, it } from 'vitest';
import type { FileProblem } from '@/lib/core/file-problem';
import { MAX_LISTED, ProblemLog } from '@/lib/margin/portfolio/import-report';
import { reportCsv } from '@/lib/margin/portfolio/report-csv';

const problem = (changes: Partial<FileProblem>): FileProblem => ({
  severity: 'error',
  code: 'negative',
  line: 3,
  column: 'notional',
  value: '-1',
  message: 'No.',
  ...changes,
});
const file = { fileName: 'p.csv', sha256: 'ab', size: 1, rows: 1, positions: 1, leftOut: [] };

describe('the report of an import', () => {
  it('lists errors before warnings, counts every kind, and keeps a bounded list', () => {
    const log = new ProblemLog();
    log.add([problem({ severity: 'warning', code: 'advised-value' })]);
    log.add(Array.from({ length: MAX_LISTED + 5 }, (_, line) => problem({ line })));
    const report = log.report(file);
    expect([report.errors, report.warnings, report.problems.length]).toEqual([MAX_LISTED + 5, 1, MAX_LISTED + 1]);
    expect(report.problems.at(-1)?.severity).toBe('warning');
    expect(report.counts).toEqual([
      { severity: 'error', code: 'negative', count: MAX_LISTED + 5 },
      { severity: 'warning', code: 'advised-value', count: 1 },
    ]);
    expect(reportCsv(report)).toContain('5 further problems');
  });

  it('is written as CSV that a spreadsheet cannot run', () => {
    const log = new ProblemLog();
    log.add([problem({ value: '=cmd|x', column: 'sector', code: 'formula-cell', message: 'Say "no", please.' })]);
    const text = reportCsv(log.report({ ...file, leftOut: [{ line: 9, id: '@id' }] }));
    expect(text.split('\n')).toEqual([
      'severity,line,column,value,kind,message',
      `error,3,sector,'=cmd|x,formula-cell,"Say ""no"", please."`,
      "left out,9,position_id,'@id,left-out,The row was left out on request.",
      '',
    ]);
  });
});
