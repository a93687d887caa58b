'use client';

import type { Editor } from '@tiptap/core';
import { Table } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuItem } from '@/components/ui/menu';

/** Inserts a table, or changes the one that holds the cursor. */
export function TableMenu({ editor, inTable, disabledReason }: { editor: Editor; inTable: boolean; disabledReason: string | null }) {
  const step = (label: string, name: TableStep, separated = false): MenuItem => ({
    label,
    separated,
    onSelect: () => editor.chain().focus()[name]().run(),
  });
  const items: MenuItem[] = inTable
    ? [
        step('Add a row above', 'addRowBefore'),
        step('Add a row below', 'addRowAfter'),
        step('Delete the row', 'deleteRow'),
        step('Add a column before', 'addColumnBefore', true),
        step('Add a column after', 'addColumnAfter'),
        step('Delete the column', 'deleteColumn'),
        step('Header row on or off', 'toggleHeaderRow', true),
        step('Merge or split cells', 'mergeOrSplit'),
        step('Delete the table', 'deleteTable', true),
      ]
    : [
        {
          label: 'Insert a table of 3 by 3',
          onSelect: () => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
        },
        {
          label: 'Insert a table of 6 by 4',
          onSelect: () => editor.chain().focus().insertTable({ rows: 6, cols: 4, withHeaderRow: true }).run(),
        },
      ];
  return (
    <Menu
      align="start"
      items={items.map((item) => ({ ...item, disabledReason }))}
      trigger={
        <IconButton label="Table" aria-pressed={inTable}>
          <Table aria-hidden />
        </IconButton>
      }
    />
  );
}

type TableStep =
  | 'addRowBefore'
  | 'addRowAfter'
  | 'deleteRow'
  | 'addColumnBefore'
  | 'addColumnAfter'
  | 'deleteColumn'
  | 'toggleHeaderRow'
  | 'mergeOrSplit'
  | 'deleteTable';
