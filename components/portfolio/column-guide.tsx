import { DataTable } from '@/components/ui/data-table';
import { POSITION_COLUMNS } from '@/lib/margin/portfolio/position-columns';

/** The columns of the positions file, folded away under the form. */
export function ColumnGuide() {
  return (
    <details className="mt-8 max-w-3xl">
      <summary className="cursor-pointer rounded-sm font-medium">Columns of the positions file</summary>
      <p className="py-2 text-muted">
        The header may have them in any order and case. Columns marked required are needed in every file; others are needed by some
        products.{' '}
        <a href="/api/portfolios/template" download className="text-accent-ink underline underline-offset-2">
          Download the template
        </a>
      </p>
      <DataTable
        caption="Columns of the positions file"
        rows={POSITION_COLUMNS}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', label: 'Column', render: ({ name }) => <code className="text-sm">{name}</code> },
          { key: 'required', label: 'Required', render: ({ required }) => (required ? 'required' : null) },
          { key: 'meaning', label: 'Meaning' },
        ]}
      />
    </details>
  );
}
