import { ButtonLink } from '@/components/ui/button-link';
import { DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import type { ExportSummary } from '@/lib/services/export/list-exports';
import { BUILD_NAMES } from './build-words';

/** Every file that was made of this letter, newest first, with its hash. */
export function ExportFiles({ exports }: { exports: readonly ExportSummary[] }) {
  return (
    <DataTable
      caption="Exported files"
      rows={exports}
      rowKey={(row) => row.id}
      empty="Nothing was exported from this letter yet."
      columns={[
        {
          key: 'fileName',
          label: 'File',
          render: (row) =>
            row.open.allowed ? (
              <ButtonLink variant="ghost" size="sm" href={`/api/exports/${row.id}`} prefetch={false} download>
                {row.fileName}
              </ButtonLink>
            ) : (
              <span title={row.open.reason}>{row.fileName}</span>
            ),
        },
        {
          key: 'build',
          label: 'Build',
          render: (row) => `${BUILD_NAMES[row.build] ?? row.build}${row.against === null ? '' : ` against ${row.against}`}`,
        },
        { key: 'agency', label: 'For', render: (row) => row.agency ?? 'both' },
        { key: 'snapshotNumber', label: 'Version', align: 'right' },
        { key: 'size', label: 'Bytes', align: 'right', render: (row) => row.size.toLocaleString('en-US') },
        {
          key: 'sha256',
          label: 'SHA-256',
          render: (row) => (
            <code title={row.sha256} className="text-sm">
              {row.sha256.slice(0, 12)}…
            </code>
          ),
        },
        { key: 'by', label: 'By' },
        { key: 'createdAt', label: 'When', render: (row) => <Instant iso={row.createdAt} /> },
      ]}
    />
  );
}
