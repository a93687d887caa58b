import { attributeOf, childrenOf, type Formatted } from '../layout/formatted';
import { openPackage, type PackageLimits } from '../package/open-package';
import { relationshipsPath, targetPath } from '../package/part-paths';
import type { PackageParts } from '../package/rezip';
import { parseFormatted } from './parse-formatted';
import { problem, type TemplateProblem, TemplateRefused } from './template-problem';

/** More than a letterhead with pictures needs. */
export const MOST_TEMPLATE_BYTES = 10 * 1024 * 1024;
const LIMITS: PackageLimits = { unpackedBytes: 60 * 1024 * 1024, parts: 1000 };

export interface TemplateRelationship {
  readonly id: string;
  readonly kind: string;
  /** A part's path, or an address where `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** The parts of a template, opened within limits; nothing is fetched and nothing runs. */
export interface TemplatePackage {
  readonly main: string;
  /** A part as a tree; null where there is none. Throws TemplateRefused where it cannot be read. */
  tree(path: string): Formatted | null;
  bytes(path: string): Uint8Array | null;
  relationships(path: string): readonly TemplateRelationship[];
}

/** Opens a template. Throws TemplateRefused with every reason that can be seen without reading its parts. */
export function openTemplatePackage(bytes: Uint8Array): TemplatePackage {
  if (bytes.length > MOST_TEMPLATE_BYTES)
    refuse('too-large', 'The file is larger than the 10 MB that a template may have. Make its pictures smaller.');
  const opened = openPackage(bytes, LIMITS);
  if (!opened.ok)
    return refuse(opened.failures[0]?.code === 'too-large' ? 'too-large' : 'not-a-word-file', opened.failures[0]?.message ?? '');
  const parts = opened.value;
  const tree = (path: string) => treeOf(parts, path);
  const relationships = (path: string) => relationshipsIn(tree(relationshipsPath(path)), path);
  const main = relationships('').find(({ kind }) => kind === 'officeDocument')?.target ?? '';
  const types = childrenOf(tree('[Content_Types].xml') ?? {});
  const mainType = types
    .map((type) => [attributeOf(type, 'PartName'), attributeOf(type, 'ContentType') ?? ''])
    .find(([name]) => name === `/${main}`);
  const problems = packageProblems(Object.keys(parts), types, mainType?.[1] ?? '');
  if (problems.length > 0) throw new TemplateRefused(problems);
  return { main, tree, bytes: (path) => parts[path] ?? null, relationships };
}

function refuse(code: 'too-large' | 'not-a-word-file', message: string): never {
  throw new TemplateRefused([problem(code, null, message)]);
}

function packageProblems(paths: readonly string[], types: readonly Formatted[], mainType: string): TemplateProblem[] {
  const macros = 'The file holds macros. Save it in Word as a document or template without macros (.docx or .dotx).';
  const vba = paths.find((path) => /vba(Project\.bin|Data\.xml)$/i.test(path));
  if (/macroEnabled/i.test(mainType) || vba !== undefined) return [problem('macros', vba ?? null, macros)];
  if (types.some((type) => /vbaProject|macroEnabled/i.test(attributeOf(type, 'ContentType') ?? '')))
    return [problem('macros', null, macros)];
  if (!/wordprocessingml\.(document|template)\.main\+xml$/.test(mainType)) {
    return [problem('not-a-word-file', null, 'The file is no Word document: it is a workbook, a presentation or another kind of file.')];
  }
  const objects = paths.filter((path) => /(^|\/)(embeddings|activeX)\/|oleObject\d*\.bin$/i.test(path));
  return objects.map((path) =>
    problem('embedded', path, 'The file holds an embedded object or control. Take it out: a template is styles, headers and footers.'),
  );
}

function treeOf(parts: PackageParts, path: string): Formatted | null {
  const bytes = parts[path];
  if (bytes === undefined) return null;
  const read = parseFormatted(bytes);
  if (read.ok) return read.value;
  throw new TemplateRefused([problem('unreadable', path, `A part of the file cannot be read: ${read.failures[0]}.`)]);
}

export function relationshipsIn(root: Formatted | null, path: string): readonly TemplateRelationship[] {
  return childrenOf(root ?? undefined).map((element) => {
    const external = attributeOf(element, 'TargetMode') === 'External';
    const target = attributeOf(element, 'Target') ?? '';
    return {
      id: attributeOf(element, 'Id') ?? '',
      kind: (attributeOf(element, 'Type') ?? '').split('/').at(-1) ?? '',
      target: external ? target : targetPath(path, target),
      external,
    };
  });
}
