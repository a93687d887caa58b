'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ImportReport } from '@/lib/margin/portfolio/import-report';
import { ImportReportView } from './import-report-view';

interface RefusedImportProps {
  taskId: string;
  report: ImportReport;
  busy: boolean;
  onLeaveOut: (lines: readonly number[]) => void;
}

/** A file that was not loaded: why, and the choice to load it without the rows that are named. */
export function RefusedImport({ taskId, report, busy, onLeaveOut }: RefusedImportProps) {
  const [lines, setLines] = useState<ReadonlySet<number>>(new Set());
  const errors = report.problems.filter(({ severity }) => severity === 'error');
  const rows = new Set(errors.flatMap(({ line }) => (line === null || line < 2 ? [] : [line])));
  const reason = whyNot(report, errors.length, rows, lines);
  return (
    <section aria-label="Import report" className="flex flex-col gap-4">
      <Notice tone="red" title="Nothing was imported">
        The file has {report.errors.toLocaleString('en-US')} {report.errors === 1 ? 'error' : 'errors'}. Mend it and choose it again, or
        name the rows to leave out; which ones were left out stays with the portfolio.
      </Notice>
      <ImportReportView
        report={report}
        downloadHref={`/api/portfolios/imports/${taskId}/report`}
        leaveOut={{ lines, onChange: setLines }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" disabled={busy} disabledReason={reason} onClick={() => onLeaveOut([...lines].sort((a, b) => a - b))}>
          {lines.size === 0
            ? 'Import without these rows'
            : `Import without ${lines.size.toLocaleString('en-US')} ${lines.size === 1 ? 'row' : 'rows'}`}
        </Button>
        {rows.size > 0 ? (
          <Button variant="ghost" onClick={() => setLines(lines.size === rows.size ? new Set() : rows)}>
            {lines.size === rows.size ? 'Choose none' : `Choose all ${rows.size.toLocaleString('en-US')} rows with errors`}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function whyNot(report: ImportReport, listed: number, rows: ReadonlySet<number>, chosen: ReadonlySet<number>): string | null {
  if (report.problems.some(({ severity, line }) => severity === 'error' && (line === null || line < 2)))
    return 'The error is of the whole file or its header; mend the file.';
  if (report.errors > listed) return `Only ${listed.toLocaleString('en-US')} of the errors are listed; mend the file.`;
  if (chosen.size < rows.size) return 'Choose every row that has an error, or mend the file.';
  return null;
}
