import { type Attributes, attributesOf, childrenOf, contentOf, type Formatted, isElement, nameOf, textOf } from '../layout/formatted';
import { problem, type TemplateProblem } from './template-problem';

/** Fields that a header or footer may have: none of them shows who wrote a file, where it lies, or loads anything. */
const FIELDS: ReadonlySet<string> = new Set([
  'PAGE',
  'NUMPAGES',
  'SECTIONPAGES',
  'STYLEREF',
  'TITLE',
  'HYPERLINK',
  'SYMBOL',
  'IF',
  '=',
  '',
]);

const OBJECTS: ReadonlySet<string> = new Set([
  'w:object',
  'w:control',
  'o:OLEObject',
  'w:altChunk',
  'w:subDoc',
  'w:movie',
  'w:contentPart',
]);

/** What people and programs leave behind: comments, deleted text, bookmarks, bindings to data, records of changes. */
const DROPPED: ReadonlySet<string> = new Set([
  ...[
    'w:del',
    'w:moveFrom',
    'w:bookmarkStart',
    'w:bookmarkEnd',
    'w:proofErr',
    'w:permStart',
    'w:permEnd',
    'w:dataBinding',
    'w:tag',
    'w:rsid',
  ],
  ...['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference', 'w:annotationRef', 'w:footnoteReference', 'w:endnoteReference'],
  ...['w:moveFromRangeStart', 'w:moveFromRangeEnd', 'w:moveToRangeStart', 'w:moveToRangeEnd', 'w:lastRenderedPageBreak'],
]);

const UNWRAPPED: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml']);

/** An element of a template without its traces: changes accepted, comments and bookmarks gone, no ids of editing sessions. */
export function cleanElement(element: Formatted): Formatted {
  const content: unknown[] = [];
  for (const part of contentOf(element)) {
    if (isElement(part)) content.push(...cleanChild(part));
    else if (typeof part === 'object' && part !== null)
      content.push({ _attr: cleanAttributes((part as { readonly _attr: Attributes })._attr) });
    else content.push(part);
  }
  return { [nameOf(element)]: content };
}

function cleanChild(element: Formatted): readonly unknown[] {
  const name = nameOf(element);
  if (DROPPED.has(name) || /^w:\w+Change$/.test(name) || /^w:customXml(Ins|Del|Move)/.test(name)) return [];
  if (UNWRAPPED.has(name)) return childrenOf(element).flatMap(cleanChild);
  return [cleanElement(element)];
}

function cleanAttributes(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name, value]) => !isTrace(name, String(value))));
}

/** Ids of editing sessions, and paths of files, which programs note beside pictures. */
function isTrace(name: string, value: string): boolean {
  if (/^w:rsid|^w14:(paraId|textId)$|^w16du:/.test(name)) return true;
  return /^(descr|title|alt|o:title|o:href)$/.test(name) && /[\\/]/.test(value);
}

/** What prevents a header or footer from being used. */
export function furnitureProblems(root: Formatted, part: string): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const refuse = (field: string) => {
    const text = `The field ${field} shows something that no letter should, or loads it from elsewhere. Take it out of the header or footer.`;
    problems.push(problem('field', part, text));
  };
  let instruction = '';
  const walk = (element: Formatted) => {
    const name = nameOf(element);
    if (OBJECTS.has(name))
      problems.push(problem('embedded', part, 'A header or footer holds an embedded object. Put a picture in its place.'));
    if (name === 'w:instrText') instruction += textOf(element);
    if (name === 'w:fldSimple') check(String(attributesOf(element)?.['w:instr'] ?? ''));
    if (name === 'w:fldChar') {
      check(instruction);
      instruction = '';
    }
    for (const child of childrenOf(element)) walk(child);
  };
  const check = (words: string) => {
    const field = (words.trim().split(/\s+/)[0] ?? '').toUpperCase();
    if (!FIELDS.has(field)) refuse(field);
  };
  walk(root);
  return problems;
}

/** Whether a header or footer shows the number of its page. */
export function showsPage(root: Formatted): boolean {
  const name = nameOf(root);
  if (name === 'w:instrText' && /^\s*PAGE\b/i.test(textOf(root))) return true;
  if (name === 'w:fldSimple' && /^\s*PAGE\b/i.test(String(attributesOf(root)?.['w:instr'] ?? ''))) return true;
  return name === 'w:pgNum' || childrenOf(root).some(showsPage);
}

/** Whether it shows anything at all. */
export function isBlank(root: Formatted): boolean {
  const name = nameOf(root);
  if (name === 'w:drawing' || name === 'w:pict' || name === 'w:pBdr' || name === 'w:instrText' || name === 'w:fldSimple') return false;
  if (name === 'w:t') return textOf(root).trim() === '';
  return childrenOf(root).every(isBlank);
}
