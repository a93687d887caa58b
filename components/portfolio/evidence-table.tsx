import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import type { EvidenceFileDetail } from '@/lib/services/portfolio/get-portfolio';
import { coverageOf, EVIDENCE_NAMES } from './evidence-names';
import { Hash } from './hash';
import { ImportReportView } from './import-report-view';

interface EvidenceTableProps {
  portfolioId: string;
  positions: number;
  files: readonly EvidenceFileDetail[];
}

/** The further files of a portfolio: what each is, how much of the portfolio it covers, its hash, and what was found in it. */
export function EvidenceTable({ portfolioId, positions, files }: EvidenceTableProps) {
  if (files.length === 0)
    return (
      <p className="text-muted">
        The portfolio came without further files. A portfolio never changes, so sensitivities, P&L, external requirements, constituents and
        FX rates are given when it is imported.
      </p>
    );
  return (
    <div className="flex flex-col gap-5">
      <DataTable
        caption="Further files of the portfolio"
        rows={files}
        rowKey={({ report }) => report.kind}
        columns={[
          { key: 'kind', label: 'Kind', render: ({ report }) => <span className="font-medium">{EVIDENCE_NAMES[report.kind].label}</span> },
          { key: 'file', label: 'File', render: ({ report }) => report.fileName },
          { key: 'rows', label: 'Rows', align: 'right', render: ({ report }) => report.rows.toLocaleString('en-US') },
          {
            key: 'covers',
            label: 'Covers',
            render: ({ report }) => (
              <>
                {coverageOf(report, positions)}
                <span className="block text-muted text-sm">{report.use}</span>
              </>
            ),
          },
          {
            key: 'warnings',
            label: 'Found',
            render: ({ report }) =>
              report.warnings === 0 ? (
                <Badge tone="green">nothing wrong</Badge>
              ) : (
                <Badge tone="amber">
                  {report.warnings.toLocaleString('en-US')} {report.warnings === 1 ? 'warning' : 'warnings'}
                </Badge>
              ),
          },
          { key: 'hash', label: 'Content hash', render: ({ contentHash }) => <Hash value={contentHash} /> },
        ]}
      />
      {files
        .filter(({ report }) => report.warnings > 0)
        .map(({ report }) => (
          <details key={report.kind}>
            <summary className="cursor-pointer rounded-sm font-medium">What was found in {report.fileName}</summary>
            <div className="pt-2">
              <ImportReportView
                report={{ ...report, leftOut: [] }}
                downloadHref={`/api/portfolios/${portfolioId}/report?file=${report.kind}`}
              />
            </div>
          </details>
        ))}
    </div>
  );
}
