import { attributeOf, changeableContent, childOf, type Formatted } from '../layout/formatted';
import type { FormattedPackage, FormattedPart } from '../package/formatted-package';
import { PICTURE_TYPES } from './clean-picture';
import { mergeNumbering, renameLists, untieHeadings } from './merge-numbering';
import { mergeStyles, numberHeadings, styleIds } from './merge-styles';
import type { OpenTemplate } from './open-template';
import { placeFurniture } from './place-furniture';
import { renameStyles } from './rename-styles';
import { numbersHeadings } from './template-styles';

/**
 * Dresses a letter in a house template: its styles where they have the names of ours, its theme and table of fonts, its lists where they
 * number headings, its headers and footers. The letter keeps its words, fields and bindings, and the ids of the styles that it names.
 */
export function applyTemplate(formatted: FormattedPackage, template: OpenTemplate): void {
  const ourStyles = treeOf(formatted, 'word/styles.xml');
  const ids = styleIds(ourStyles, template.styles);
  const furniture = [...template.headers.values(), ...template.footers.values()];
  const all = [template.styles, template.numbering, ...furniture.map(({ tree }) => tree)].filter((tree) => tree !== null);
  for (const tree of all) renameStyles(tree, ids);

  const ourNumbering = treeOf(formatted, 'word/numbering.xml');
  const numbered = numbersHeadings(template.styles, template.numbering);
  if (template.numbering !== null) {
    if (numbered) untieHeadings(ourNumbering);
    const { numbering, lists } = mergeNumbering(ourNumbering, template.numbering);
    for (const tree of [template.styles, ...furniture.map((own) => own.tree)]) renameLists(tree, lists);
    replace(formatted, 'word/numbering.xml', numbering);
  }
  if (!numbered) numberHeadings(template.styles, ourStyles);
  replace(formatted, 'word/styles.xml', mergeStyles(ourStyles, template.styles));
  if (template.theme !== null) replace(formatted, 'word/theme/theme1.xml', template.theme);
  if (template.fontTable !== null) replace(formatted, 'word/fontTable.xml', withoutFontFiles(template.fontTable));

  for (const [path, bytes] of template.pictures) {
    const ending = path.split('.').at(-1) ?? '';
    formatted.files.set(`word/${path}`, { bytes, contentType: PICTURE_TYPES[ending] ?? '' });
  }
  placeFurniture(formatted, template);
}

function treeOf(formatted: FormattedPackage, path: string): Formatted {
  return formatted.parts.get(path)?.tree ?? {};
}

function replace(formatted: FormattedPackage, path: string, tree: Formatted): void {
  formatted.parts.set(path, { ...(formatted.parts.get(path) as FormattedPart), tree });
}

/** Fonts that are files inside a template stay there: they are licensed to whoever made it. */
function withoutFontFiles(fonts: Formatted): Formatted {
  for (const font of changeableContent(fonts)) {
    if (typeof font !== 'object' || font === null || attributeOf(font as Formatted, 'w:name') === undefined) continue;
    const content = changeableContent(font as Formatted);
    for (const kind of ['w:embedRegular', 'w:embedBold', 'w:embedItalic', 'w:embedBoldItalic']) {
      const file = childOf(font as Formatted, kind);
      if (file !== undefined) content.splice(content.indexOf(file), 1);
    }
  }
  return fonts;
}
