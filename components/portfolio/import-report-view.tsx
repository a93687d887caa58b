'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { DataTable } from '@/components/ui/data-table';
import type { FileProblem } from '@/lib/core/file-problem';
import type { ImportReport } from '@/lib/margin/portfolio/import-report';
import { Hash } from './hash';

interface ImportReportViewProps {
  report: Pick<ImportReport, 'fileName' | 'sha256' | 'rows' | 'errors' | 'warnings' | 'problems' | 'leftOut'>;
  /** Where the report is downloaded as CSV. */
  downloadHref: string;
  /** Lets rows be chosen to be left out. */
  leaveOut?: { lines: ReadonlySet<number>; onChange: (lines: ReadonlySet<number>) => void };
}

const SHOWN_FIRST = 100;

/** What reading a file found: each problem with its line, column, value and what is expected; the rows left out; the file's hash. */
export function ImportReportView({ report, downloadHref, leaveOut }: ImportReportViewProps) {
  const [all, setAll] = useState(false);
  const shown = all ? report.problems : report.problems.slice(0, SHOWN_FIRST);
  const total = report.errors + report.warnings;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">
        <span className="font-medium text-ink">{report.fileName}</span> · {report.rows.toLocaleString('en-US')} rows read ·{' '}
        {report.errors.toLocaleString('en-US')} {report.errors === 1 ? 'error' : 'errors'}, {report.warnings.toLocaleString('en-US')}{' '}
        {report.warnings === 1 ? 'warning' : 'warnings'} · SHA-256 <Hash value={report.sha256} />
      </p>
      {total > 0 ? (
        <>
          <DataTable
            caption="Problems found in the file"
            rows={shown}
            rowKey={(problem, index) => `${index} ${problem.line} ${problem.code}`}
            className="max-h-128"
            rowHeader="line"
            columns={[
              ...(leaveOut
                ? [{ key: 'leave', label: 'Leave out', render: (problem: FileProblem) => <LeaveOutBox problem={problem} {...leaveOut} /> }]
                : []),
              {
                key: 'severity',
                label: 'Kind',
                render: (problem) => <Badge tone={problem.severity === 'error' ? 'red' : 'amber'}>{problem.severity}</Badge>,
              },
              {
                key: 'line',
                label: 'Line',
                align: 'right',
                render: (problem) => <span className="figures">{problem.line ?? 'file'}</span>,
              },
              { key: 'column', label: 'Column', render: (problem) => problem.column },
              {
                key: 'value',
                label: 'What stands there',
                render: (problem) => (problem.value === null ? null : <code className="break-all text-sm">{problem.value}</code>),
              },
              { key: 'message', label: 'What is wrong and what is expected', render: (problem) => problem.message },
            ]}
          />
          <div className="flex flex-wrap items-center gap-3 text-muted text-sm">
            {report.problems.length > shown.length ? (
              <Button size="sm" onClick={() => setAll(true)}>
                Show all {report.problems.length.toLocaleString('en-US')}
              </Button>
            ) : null}
            {total > report.problems.length ? (
              <span>{(total - report.problems.length).toLocaleString('en-US')} more are counted and not listed.</span>
            ) : null}
            <a href={downloadHref} download className="text-accent-ink underline underline-offset-2">
              Download this report as CSV
            </a>
          </div>
        </>
      ) : (
        <p>Nothing is wrong with the file.</p>
      )}
      {report.leftOut.length > 0 ? (
        <p>
          {report.leftOut.length} {report.leftOut.length === 1 ? 'row was' : 'rows were'} left out on request:{' '}
          <span className="text-muted">
            {report.leftOut
              .slice(0, 30)
              .map(({ line, id }) => `line ${line}${id === '' ? '' : ` (${id})`}`)
              .join(', ')}
            {report.leftOut.length > 30 ? ' …' : ''}
          </span>
        </p>
      ) : null}
    </div>
  );
}

function LeaveOutBox({
  problem,
  lines,
  onChange,
}: {
  problem: FileProblem;
  lines: ReadonlySet<number>;
  onChange: (lines: ReadonlySet<number>) => void;
}) {
  const { line, severity } = problem;
  if (severity !== 'error' || line === null || line < 2) return null;
  return (
    <Checkbox
      label={<span className="sr-only">Leave out line {line}</span>}
      checked={lines.has(line)}
      onChange={(checked) => {
        const next = new Set(lines);
        if (checked) next.add(line);
        else next.delete(line);
        onChange(next);
      }}
    />
  );
}
