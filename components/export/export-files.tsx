import Link from 'next/link';
import { DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import type { ExportSummary } from '@/lib/services/export/list-exports';
import { BUILD_NAMES } from './build-words';

/** Every file that was made of this letter, newest first, with its hash. */
export function ExportFiles({ exports }: { exports: readonly ExportSummary[] }) {
  // where no file is for this member, the reason is said once
  const [first] = exports;
  const none = exports.every(({ open }) => !open.allowed);
  return (
    <>
      {first && none && !first.open.allowed ? <p className="text-muted">{first.open.reason}</p> : null}
      <DataTable
        caption="Exported files"
        rows={exports}
        rowKey={(row) => row.id}
        empty="Nothing was exported from this letter yet."
        columns={[
          {
            key: 'fileName',
            label: 'File',
            render: (row) => (
              <>
                {row.open.allowed ? (
                  <Link href={`/api/exports/${row.id}`} prefetch={false} download className="break-words text-accent-ink hover:underline">
                    {row.fileName}
                  </Link>
                ) : (
                  <span className="break-words">{row.fileName}</span>
                )}
                <span className="block text-muted text-sm">
                  {row.size.toLocaleString('en-US')} bytes, SHA-256 <code title={row.sha256}>{row.sha256.slice(0, 12)}…</code>
                  {row.open.allowed || none ? '' : ` · ${row.open.reason}`}
                </span>
              </>
            ),
          },
          {
            key: 'build',
            label: 'Build',
            render: (row) => `${BUILD_NAMES[row.build] ?? row.build}${row.against === null ? '' : ` against ${row.against}`}`,
          },
          { key: 'agency', label: 'For', render: (row) => row.agency ?? 'both' },
          { key: 'snapshotNumber', label: 'Version', align: 'right' },
          { key: 'by', label: 'By' },
          { key: 'createdAt', label: 'When', render: (row) => <Instant iso={row.createdAt} /> },
        ]}
      />
    </>
  );
}
