import { attributeOf, attributesOf, changeableContent, childOf, childrenOf, type Formatted, nameOf } from '../layout/formatted';
import type { FormattedPackage, Relationship } from '../package/formatted-package';
import { isBlank, showsPage } from './clean-furniture';
import type { FurnitureKind } from './house-template';
import type { OpenTemplate, TemplateFurniture } from './open-template';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const DOCUMENT = 'word/document.xml';

/**
 * Puts a template's headers and footers in the place of ours. What a confidential file says on every page stays above them, and "Page X of Y"
 * below them where they number no pages. A template without any leaves ours; one without a page of its own for the first has its header there too.
 */
export function placeFurniture(formatted: FormattedPackage, template: OpenTemplate): void {
  const section = childOf(childOf(formatted.parts.get(DOCUMENT)?.tree, 'w:body'), 'w:sectPr');
  if (section === undefined) return;
  const shown = (own: ReadonlyMap<FurnitureKind, TemplateFurniture>) => [...own.values()].some(({ tree }) => !isBlank(tree));
  const hasHeaders = shown(template.headers);
  const hasFooters = shown(template.footers);
  if (!hasHeaders && !hasFooters) return;
  const numbered = [template.headers.get('default'), template.footers.get('default')].some(
    (own) => own !== undefined && showsPage(own.tree),
  );
  const even = template.headers.has('even') || template.footers.has('even');
  const kinds: readonly FurnitureKind[] = even ? ['default', 'first', 'even'] : ['default', 'first'];
  for (const kind of kinds) {
    const ours = kind === 'even' ? 'default' : kind;
    // without a first page of its own a template shows the same on every page
    const theirs = kind === 'first' && !template.titlePage ? 'default' : kind;
    const keepsNumber = !numbered && kind !== 'first';
    if (hasHeaders) place(formatted, section, { place: 'header', kind, ours }, template.headers.get(theirs), false);
    if (hasFooters) place(formatted, section, { place: 'footer', kind, ours }, template.footers.get(theirs), keepsNumber);
    else if (kind === 'even') place(formatted, section, { place: 'footer', kind, ours }, undefined, true);
  }
  if (even) alternate(formatted);
}

interface Place {
  readonly place: 'header' | 'footer';
  readonly kind: FurnitureKind;
  /** The one of ours whose marks it keeps. */
  readonly ours: FurnitureKind;
}

function place(
  formatted: FormattedPackage,
  section: Formatted,
  at: Place,
  theirs: TemplateFurniture | undefined,
  keepsOurs: boolean,
): void {
  const own = partAt(formatted, section, at.place, at.ours);
  if (own === undefined) return;
  const path = at.kind === at.ours ? own : addPart(formatted, section, at);
  const before = formatted.parts.get(own);
  if (before === undefined) return;
  const ours = childrenOf(before.tree);
  const marks = ours.filter(isMark);
  const rest = keepsOurs ? ours.filter((paragraph) => !isMark(paragraph)) : [];
  const given = theirs === undefined ? [] : childrenOf(theirs.tree);
  const children = at.place === 'header' ? [...marks, ...given, ...rest] : [...given, ...rest, ...marks];
  const root = nameOf(before.tree);
  const attributes = { _attr: { ...attributesOf(before.tree), ...attributesOf(theirs?.tree) } };
  formatted.parts.set(path, {
    tree: { [root]: [attributes, ...(children.length > 0 ? children : [{ 'w:p': [] }])] },
    contentType: `${WORD}.${at.place}+xml`,
    relationships: theirs?.relationships ?? [],
  });
}

/** What only a confidential file has: the words of its request, and the identifier of the page. */
function isMark(paragraph: Formatted): boolean {
  const style = attributeOf(childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle'), 'w:val');
  if (style === 'PageMarking') return true;
  return childrenOf(paragraph).some((run) => /^PAGE\b/.test(attributeOf(run, 'w:instr') ?? ''));
}

function partAt(formatted: FormattedPackage, section: Formatted, kindOfPart: 'header' | 'footer', kind: FurnitureKind): string | undefined {
  const reference = childrenOf(section).find(
    (child) => nameOf(child) === `w:${kindOfPart}Reference` && attributeOf(child, 'w:type') === kind,
  );
  const id = attributeOf(reference, 'r:id');
  const target = formatted.parts.get(DOCUMENT)?.relationships.find((relationship) => relationship.id === id)?.target;
  return target === undefined ? undefined : `word/${target}`;
}

function addPart(formatted: FormattedPackage, section: Formatted, { place: kindOfPart, kind }: Place): string {
  const target = `${kindOfPart}-${kind}.xml`;
  const id = `house-${kindOfPart}-${kind}`;
  const document = formatted.parts.get(DOCUMENT);
  if (document === undefined) throw new Error('placeFurniture: the letter has no document');
  const relationship: Relationship = { id, type: `${RELATIONSHIPS}/${kindOfPart}`, target, external: false };
  formatted.parts.set(DOCUMENT, { ...document, relationships: [...document.relationships, relationship] });
  const content = changeableContent(section);
  const first = content.findIndex((part) => typeof part === 'object' && part !== null && /Reference$/.test(nameOf(part as Formatted)));
  content.splice(Math.max(first, 0), 0, { [`w:${kindOfPart}Reference`]: { _attr: { 'w:type': kind, 'r:id': id } } });
  return `word/${target}`;
}

/** Even pages have their own header and footer only where the settings say so. */
function alternate(formatted: FormattedPackage): void {
  const settings = formatted.parts.get('word/settings.xml')?.tree;
  const own = childOf(settings, 'w:evenAndOddHeaders');
  if (own !== undefined) (own as Record<string, unknown>)['w:evenAndOddHeaders'] = {};
}
