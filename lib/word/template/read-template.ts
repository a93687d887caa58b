import { strToU8 } from 'fflate';
import { failure, type Result, success } from '@/lib/core/result';
import { attributeOf, attributesOf, childOf, childrenOf, type Formatted, nameOf } from '../layout/formatted';
import { relationshipsPath } from '../package/part-paths';
import { xmlPart } from '../package/xml-text';
import { letterStyleNames } from '../write/styles/letter-style-names';
import { cleanElement, furnitureProblems, isBlank, showsPage } from './clean-furniture';
import { cleanPicture, PICTURE_TYPES } from './clean-picture';
import { FURNITURE_KINDS, type FurnitureKind, type HouseTemplate } from './house-template';
import { openTemplatePackage, type TemplatePackage } from './template-package';
import { hasFirstPage, pageProblems, templatePage } from './template-page';
import { problem, type TemplateProblem, TemplateRefused } from './template-problem';
import { numbersHeadings, stylesByName, templateFonts } from './template-styles';

/**
 * Reads a Word file as the house template of letters: its styles, theme, numbering, page, headers and footers. Of its words and properties,
 * and of who wrote it, nothing is kept. Fails with every reason why it cannot be used.
 */
export function readTemplate(bytes: Uint8Array, name: string): Result<HouseTemplate, TemplateProblem> {
  try {
    return success(new TemplateReader(openTemplatePackage(bytes)).read(name));
  } catch (error) {
    if (error instanceof TemplateRefused) return failure(...error.problems);
    throw error;
  }
}

class TemplateReader {
  private readonly problems: TemplateProblem[] = [];
  private readonly parts: Record<string, Uint8Array> = {};
  private pictures = 0;

  constructor(private readonly file: TemplatePackage) {}

  read(name: string): HouseTemplate {
    const { file } = this;
    const body = childOf(file.tree(file.main) ?? undefined, 'w:body');
    if (body === undefined) throw new TemplateRefused([problem('not-a-word-file', file.main, 'The file has no document in it.')]);
    const section = firstSection(body);
    const styles = this.part('styles');
    if (styles === null) {
      this.problems.push(
        problem('no-styles', file.main, 'The file defines no styles. Save it in Word as .docx, so that its styles are in it.'),
      );
    }
    this.problems.push(...pageProblems(section, file.main));
    const numbering = this.part('numbering');
    this.keep('styles.xml', styles);
    this.keep('numbering.xml', numbering);
    this.keep('fontTable.xml', this.part('fontTable'));
    this.keepTheme();
    this.keep('section.xml', section === undefined ? null : { 'w:sectPr': keptOfSection(section) });
    const kinds = hasFirstPage(section) ? FURNITURE_KINDS : FURNITURE_KINDS.filter((kind) => kind !== 'first');
    const furniture = (place: 'header' | 'footer') =>
      kinds.flatMap((kind) => {
        if (kind === 'even' && !this.hasEvenPages()) return [];
        const tree = this.keepFurniture(section, place, kind);
        return tree === null || isBlank(tree) ? [] : [{ kind, tree }];
      });
    const headers = furniture('header');
    const footers = furniture('footer');
    if (this.problems.length > 0 || styles === null) throw new TemplateRefused(this.problems);
    const own = stylesByName(styles);
    const ours = letterStyleNames();
    return {
      style: { name, parts: this.parts },
      summary: {
        page: templatePage(section),
        fonts: templateFonts(styles, this.file.tree(this.related('theme') ?? '')),
        headers: headers.map(({ kind }) => kind),
        footers: footers.map(({ kind }) => kind),
        pictures: this.pictures,
        numbersPages: [...headers, ...footers].some(({ kind, tree }) => kind === 'default' && showsPage(tree)),
        numbersHeadings: numbersHeadings(styles, numbering),
        defined: ours.filter((ourName) => own.has(ourName.toLowerCase())),
        added: ours.filter((ourName) => !own.has(ourName.toLowerCase())),
      },
    };
  }

  private related(kind: string): string | null {
    return (
      this.file.relationships(this.file.main).find((relationship) => relationship.kind === kind && !relationship.external)?.target ?? null
    );
  }

  private part(kind: string): Formatted | null {
    const path = this.related(kind);
    return path === null ? null : this.file.tree(path);
  }

  private keep(path: string, tree: Formatted | null): void {
    if (tree !== null) this.parts[path] = strToU8(xmlPart(cleanElement(tree)));
  }

  /** A theme with pictures of its own would need parts that no letter has: its colours and fonts are used without it. */
  private keepTheme(): void {
    const path = this.related('theme');
    if (path !== null && this.file.relationships(path).length === 0) this.keep('theme.xml', this.file.tree(path));
  }

  private hasEvenPages(): boolean {
    const settings = this.part('settings');
    return (
      childOf(settings ?? undefined, 'w:evenAndOddHeaders') !== undefined &&
      attributeOf(childOf(settings ?? undefined, 'w:evenAndOddHeaders'), 'w:val') !== '0'
    );
  }

  private keepFurniture(section: Formatted | undefined, place: 'header' | 'footer', kind: FurnitureKind): Formatted | null {
    const reference = childrenOf(section).find(
      (child) => nameOf(child) === `w:${place}Reference` && (attributeOf(child, 'w:type') ?? 'default') === kind,
    );
    const id = attributeOf(reference, 'r:id');
    const path = this.file.relationships(this.file.main).find((relationship) => relationship.id === id)?.target;
    const tree = path === undefined ? null : this.file.tree(path);
    if (path === undefined || tree === null) return null;
    this.problems.push(...furnitureProblems(tree, path));
    const own = cleanElement(tree);
    const used = relationshipIds(own);
    const lines = this.file.relationships(path).flatMap((relationship) => {
      if (!used.has(relationship.id)) return [];
      const { kind: what, target, external } = relationship;
      if (what === 'hyperlink' && /^(https?|mailto):/i.test(target)) return [relationshipElement(relationship.id, what, target, true)];
      if (external) {
        this.problems.push(
          problem(
            'from-elsewhere',
            path,
            `A header or footer loads something from elsewhere: ${target.slice(0, 80)}. Put it into the file.`,
          ),
        );
        return [];
      }
      if (what !== 'image') {
        this.problems.push(
          problem('content', path, `A header or footer holds a ${what}, which letters do not take over. Put a picture in its place.`),
        );
        return [];
      }
      const picture = this.keepPicture(target, path);
      return picture === null ? [] : [relationshipElement(relationship.id, what, picture, false)];
    });
    const name = `${place}-${kind}.xml`;
    this.keep(name, own);
    if (lines.length > 0) this.parts[relationshipsPath(name)] = strToU8(xmlPart({ Relationships: lines }));
    return own;
  }

  private keepPicture(path: string, owner: string): string | null {
    const ending = (path.split('.').at(-1) ?? '').toLowerCase();
    const bytes = this.file.bytes(path);
    if (bytes === null || PICTURE_TYPES[ending] === undefined) {
      this.problems.push(
        problem('picture', owner, `A picture is missing or of a kind that Word does not show everywhere (${ending}): use PNG or JPEG.`),
      );
      return null;
    }
    const clean = cleanPicture(bytes, ending);
    if (clean === null) {
      this.problems.push(problem('picture', path, 'A picture is damaged. Put it in again.'));
      return null;
    }
    this.pictures += 1;
    const name = `media/house${this.pictures}.${ending}`;
    this.parts[name] = clean;
    return name;
  }
}

/** The properties of the first section, where the letterhead is. */
function firstSection(body: Formatted): Formatted | undefined {
  for (const element of childrenOf(body)) {
    const section = nameOf(element) === 'w:sectPr' ? element : childOf(childOf(element, 'w:pPr'), 'w:sectPr');
    if (section !== undefined) return section;
  }
  return undefined;
}

function keptOfSection(section: Formatted): readonly Formatted[] {
  const declared = { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' };
  const kept = ['w:pgSz', 'w:pgMar', 'w:titlePg'].map((name) => childOf(section, name)).filter((child) => child !== undefined);
  return [{ _attr: declared }, ...kept];
}

function relationshipIds(element: Formatted): ReadonlySet<string> {
  const ids = new Set<string>();
  const walk = (own: Formatted) => {
    for (const [name, value] of Object.entries(attributesOf(own) ?? {})) if (name.startsWith('r:')) ids.add(String(value));
    for (const child of childrenOf(own)) walk(child);
  };
  walk(element);
  return ids;
}

function relationshipElement(id: string, kind: string, target: string, external: boolean): Formatted {
  const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
  return { Relationship: { _attr: { Id: id, Type: type, Target: target, ...(external ? { TargetMode: 'External' } : {}) } } };
}
