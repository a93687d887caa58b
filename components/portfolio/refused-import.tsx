'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ImportReport } from '@/lib/margin/portfolio/import-report';
import type { EvidenceReport } from '@/lib/services/portfolio/evidence-report';
import { EVIDENCE_NAMES } from './evidence-names';
import { ImportReportView } from './import-report-view';

interface RefusedImportProps {
  taskId: string;
  report: ImportReport;
  evidence: readonly EvidenceReport[];
  busy: boolean;
  onLeaveOut: (lines: readonly number[]) => void;
}

/** A file that was not loaded: why, and the choice to load it without the rows that are named. */
export function RefusedImport({ taskId, report, evidence, busy, onLeaveOut }: RefusedImportProps) {
  const [lines, setLines] = useState<ReadonlySet<number>>(new Set());
  const errors = report.problems.filter(({ severity }) => severity === 'error');
  const rows = new Set(errors.flatMap(({ line }) => (line === null || line < 2 ? [] : [line])));
  const further = evidence.filter((one) => one.errors > 0);
  const reason = further[0] ? `“${further[0].fileName}” has errors; mend it, or take it out.` : whyNot(report, errors.length, rows, lines);
  return (
    <section aria-label="Import report" className="flex flex-col gap-4">
      <Notice tone="red" title="Nothing was imported">
        {report.errors > 0
          ? `The file has ${report.errors.toLocaleString('en-US')} ${report.errors === 1 ? 'error' : 'errors'}. Mend it and choose it again, or name the rows to leave out; which ones were left out stays with the portfolio.`
          : 'The portfolio’s own file is sound; a file beside it is not. All of them are loaded, or none: mend it and choose it again, or take it out.'}
      </Notice>
      <ImportReportView
        report={report}
        downloadHref={`/api/portfolios/imports/${taskId}/report`}
        leaveOut={{ lines, onChange: setLines }}
      />
      {evidence.map((one) => (
        <section key={one.kind} aria-label={EVIDENCE_NAMES[one.kind].label}>
          <h2 className="mb-1 font-semibold">{EVIDENCE_NAMES[one.kind].label}</h2>
          <ImportReportView report={{ ...one, leftOut: [] }} downloadHref={`/api/portfolios/imports/${taskId}/report?file=${one.kind}`} />
        </section>
      ))}
      {report.errors > 0 ? (
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
      ) : null}
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
