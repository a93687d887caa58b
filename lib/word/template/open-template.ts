import type { Formatted } from '../layout/formatted';
import { attributeOf, childrenOf } from '../layout/formatted';
import type { HouseStyle } from '../letter-build';
import type { Relationship } from '../package/formatted-package';
import { relationshipsPath } from '../package/part-paths';
import type { PageSetup } from '../write/page';
import { FURNITURE_KINDS, type FurnitureKind } from './house-template';
import { parseFormatted } from './parse-formatted';
import { hasFirstPage, templatePage } from './template-page';

/** A header or footer of a template. */
export interface TemplateFurniture {
  readonly tree: Formatted;
  readonly relationships: readonly Relationship[];
}

/** A template as a letter is written with it. Each letter has its own copy, because its elements are put into the letter's. */
export interface OpenTemplate {
  readonly styles: Formatted;
  readonly numbering: Formatted | null;
  readonly theme: Formatted | null;
  readonly fontTable: Formatted | null;
  readonly page: PageSetup;
  readonly titlePage: boolean;
  readonly headers: ReadonlyMap<FurnitureKind, TemplateFurniture>;
  readonly footers: ReadonlyMap<FurnitureKind, TemplateFurniture>;
  /** By the names that relationships give them, e.g. "media/house1.png". */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Opens what `readTemplate` kept of a template. Throws where that is not what it kept. */
export function openTemplate({ name, parts }: HouseStyle): OpenTemplate {
  const tree = (path: string): Formatted | null => {
    const bytes = parts[path];
    if (bytes === undefined) return null;
    const read = parseFormatted(bytes);
    if (!read.ok) throw new Error(`openTemplate: ${path} of ${name} cannot be read: ${read.failures[0]}`);
    return read.value;
  };
  const styles = tree('styles.xml');
  if (styles === null) throw new Error(`openTemplate: ${name} has no styles`);
  const section = tree('section.xml') ?? undefined;
  const furniture = (place: string) =>
    new Map(
      FURNITURE_KINDS.flatMap((kind) => {
        const path = `${place}-${kind}.xml`;
        const own = tree(path);
        return own === null ? [] : [[kind, { tree: own, relationships: relationshipsOf(tree(relationshipsPath(path))) }] as const];
      }),
    );
  return {
    styles,
    numbering: tree('numbering.xml'),
    theme: tree('theme.xml'),
    fontTable: tree('fontTable.xml'),
    page: templatePage(section),
    titlePage: hasFirstPage(section),
    headers: furniture('header'),
    footers: furniture('footer'),
    pictures: new Map(Object.entries(parts).filter(([path]) => path.startsWith('media/'))),
  };
}

function relationshipsOf(root: Formatted | null): readonly Relationship[] {
  return childrenOf(root ?? undefined).map((element) => ({
    id: attributeOf(element, 'Id') ?? '',
    type: attributeOf(element, 'Type') ?? '',
    target: attributeOf(element, 'Target') ?? '',
    external: attributeOf(element, 'TargetMode') === 'External',
  }));
}
