/** A file name's stem without characters that a file system, a mail gateway or a portal refuses. */
export function fileStem(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return plain || 'letter';
}

/** "My-letter-v12-public-CFTC.docx" */
export function buildFileName(
  title: string,
  version: number,
  { build, agency, against }: { readonly build: string; readonly agency: string | null; readonly against: number | null },
): string {
  const parts = [fileStem(title), `v${version}`, against === null ? build : `${build}-against-v${against}`, agency];
  return `${parts.filter((part) => part !== null).join('-')}.docx`;
}
