const FORMS: Readonly<Record<string, string>> = {
  paragraph: 'text',
  heading: 'text',
  bulletList: 'list',
  orderedList: 'list',
  tableCell: 'cell',
  tableHeader: 'cell',
};

/** What a block stays when its type changes: a paragraph may become a heading, a list be numbered, a cell a head cell. */
export function formOf({ type }: { readonly type: string }): string {
  return FORMS[type] ?? type;
}
