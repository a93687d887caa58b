import { type FileKind, guessFileKind } from './guess-file-kind';
import type { FileRole, ImportFile } from './import-files';

const HEAD_BYTES = 65_536;

/**
 * The files of an import with further ones (`presentFormat` is what the present portfolio is said to be): each gets the role that its columns speak for. A CRIF beside a positions file is its sensitivities. A file
 * with a role that is taken takes its place; the first file of which nothing is known is the portfolio where there is none.
 */
export async function addFiles(
  present: readonly ImportFile[],
  added: readonly File[],
  presentFormat: 'positions' | 'crif',
): Promise<{ files: ImportFile[]; format: 'positions' | 'crif' | null }> {
  const kinds = await Promise.all(added.map(async (file) => guessFileKind(await file.slice(0, HEAD_BYTES).text())));
  let files = [...present];
  let format: 'positions' | 'crif' | null = null;
  const positionsThere = kinds.includes('positions') || (presentFormat === 'positions' && present.some(({ role }) => role === 'portfolio'));
  for (const [index, file] of added.entries()) {
    const kind = kinds[index] ?? null;
    const role = roleOf(kind, files, positionsThere);
    if (role === 'portfolio') format = kind === 'crif' ? 'crif' : kind === 'positions' ? 'positions' : format;
    if (role !== null) files = files.filter((one) => one.role !== role);
    files.push({ key: `${file.name} ${file.lastModified} ${files.length} ${index}`, name: file.name, file, fileId: null, role });
  }
  return { files, format };
}

function roleOf(kind: FileKind | null, files: readonly ImportFile[], positionsThere: boolean): FileRole | null {
  if (kind === 'positions') return 'portfolio';
  const alone = files.every(({ role }) => role !== 'portfolio');
  // where only a CRIF is there, another one takes its place
  if (kind === 'crif') return positionsThere ? 'sensitivities' : 'portfolio';
  return kind ?? (alone ? 'portfolio' : null);
}
