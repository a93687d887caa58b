import type { NotUnderstood } from '@/lib/letter/returned/returned-document';
import { relationshipsPath, targetPath } from '../../package/part-paths';
import { UnreadableWordFile, wordFileProblem } from '../word-file-problem';
import { WORD_LIMITS } from '../word-limits';
import { type ElementBudget, parsePart } from './parse-part';
import { other, recogniseFile } from './recognise-file';
import { unpackPart } from './unpack-part';
import type { XmlElement } from './xml-tree';
import { type ZipEntry, zipDirectory } from './zip-directory';

export interface Relationship {
  readonly type: string;
  /** a part's path, or an address where `external` */
  readonly target: string;
  readonly external: boolean;
}

/** A Word file whose parts are unpacked and read as they are asked for. */
export interface WordPackage {
  /** the path of the main document */
  readonly main: string;
  /** A part as a tree; null where there is none. */
  part(path: string): XmlElement | null;
  /** The relationships of a part, by their id. */
  relationships(path: string): ReadonlyMap<string, Relationship>;
  /** The path of the part of a kind that the main document leads to, e.g. "footnotes". */
  related(kind: string): string | null;
  /** What the package holds that is not read: pictures, objects, what would be loaded from elsewhere. */
  readonly setAside: readonly NotUnderstood[];
}

/** Opens a file within the limits. Throws UnreadableWordFile. Nothing is fetched and nothing runs: what would be is refused or set aside. */
export function openWordFile(bytes: Uint8Array): WordPackage {
  if (bytes.length > WORD_LIMITS.fileBytes) {
    throw new UnreadableWordFile(
      wordFileProblem('too-large', 'The file is larger than the 100 MB that a returned letter may have. It was not opened.'),
    );
  }
  const foreign = recogniseFile(bytes);
  if (foreign) throw new UnreadableWordFile(foreign);
  const entries = zipDirectory(bytes);
  const budget: ElementBudget = { left: WORD_LIMITS.elements };
  let xmlBytes = 0;
  const part = (path: string): XmlElement | null => {
    const entry = entries.get(path) ?? byCase(entries, path);
    if (!entry) return null;
    xmlBytes += entry.unpacked;
    if (xmlBytes > WORD_LIMITS.xmlBytes) {
      throw new UnreadableWordFile(
        wordFileProblem('too-large', 'The text of the file is longer than a letter can be: over 64 MB.', { part: path }),
      );
    }
    return parsePart(unpackPart(bytes, entry), path, budget);
  };
  const known = new Map<string, ReadonlyMap<string, Relationship>>();
  const relationships = (path: string) => {
    const own = known.get(path) ?? relationshipsOf(part(relationshipsPath(path)), path);
    known.set(path, own);
    return own;
  };
  const types = part('[Content_Types].xml');
  if (!types) throw new UnreadableWordFile(kindOfZip(entries));
  const main = mainDocument(types, relationships(''));
  refuseMacros(entries, types);
  const own = relationships(main);
  return {
    main,
    part,
    relationships,
    related: (kind) => [...own.values()].find(({ type, external }) => type === kind && !external)?.target ?? null,
    setAside: setAside(entries, own, main),
  };
}

function byCase(entries: ReadonlyMap<string, ZipEntry>, path: string): ZipEntry | undefined {
  const wanted = path.toLowerCase();
  return [...entries.values()].find(({ name }) => name.toLowerCase() === wanted);
}

function kindOfZip(entries: ReadonlyMap<string, ZipEntry>) {
  if (entries.has('mimetype') && entries.has('content.xml')) return other('an OpenDocument file (.odt)');
  if (entries.has('Index/Document.iwa')) return other('a Pages document');
  return other('a zip with something else in it');
}

function relationshipsOf(element: XmlElement | null, path: string): ReadonlyMap<string, Relationship> {
  const found = new Map<string, Relationship>();
  for (const { name, attributes } of element?.children ?? []) {
    if (name !== 'rel:Relationship' || attributes.Id === undefined) continue;
    const external = attributes.TargetMode === 'External';
    const target = attributes.Target ?? '';
    found.set(attributes.Id, {
      type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: external ? target : targetPath(path, target),
      external,
    });
  }
  return found;
}

const MAIN = /wordprocessingml\.(document|template)\.main\+xml$/;
const MACROS = /ms-word\.(document|template)\.macroEnabled/i;

function mainDocument(types: XmlElement, relationships: ReadonlyMap<string, Relationship>): string {
  const main = [...relationships.values()].find(({ type }) => type === 'officeDocument');
  const stated = types.children.find(({ attributes }) => main && attributes.PartName === `/${main.target}`)?.attributes.ContentType ?? '';
  if (MACROS.test(stated)) throw new UnreadableWordFile(wordFileProblem('macros', WITH_MACROS));
  if (!main || (stated !== '' && !MAIN.test(stated))) throw new UnreadableWordFile(other('another kind of Office file'));
  return main.target;
}

const WITH_MACROS =
  'The file holds macros, which no letter does. Save it in Word as a Word document without macros (.docx) and bring it again.';

function refuseMacros(entries: ReadonlyMap<string, ZipEntry>, types: XmlElement): void {
  const named = [...entries.keys()].some((name) => /vbaProject\.bin$|vbaData\.xml$/i.test(name));
  const stated = types.children.some(({ attributes }) => /vbaProject|macroEnabled/i.test(attributes.ContentType ?? ''));
  if (named || stated) throw new UnreadableWordFile(wordFileProblem('macros', WITH_MACROS));
}

/** Of the main document: pictures and objects are told where they stand in the text, the rest is told here. */
function setAside(entries: ReadonlyMap<string, ZipEntry>, relationships: ReadonlyMap<string, Relationship>, main: string): NotUnderstood[] {
  const found: NotUnderstood[] = [];
  const settings = [...entries.keys()].find((name) => /(^|\/)_rels\/settings\.xml\.rels$/.test(name));
  if (settings) found.push({ part: settings, what: 'a template or mail merge that the file is attached to', where: 'not opened' });
  for (const { type, target, external } of relationships.values()) {
    if (external && type !== 'hyperlink')
      found.push({ part: main, what: `${type} loaded from elsewhere: ${target.slice(0, 120)}`, where: 'not fetched' });
  }
  for (const name of entries.keys()) {
    if (/(^|\/)(activeX|ink)\//i.test(name) || /oleObject\d*\.bin$/i.test(name))
      found.push({ part: name, what: 'an embedded object', where: 'not opened' });
  }
  return found;
}
