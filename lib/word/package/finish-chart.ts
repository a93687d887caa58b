import { attributeOf, changeableContent, childOf, childrenOf, type Formatted, nameOf } from '../layout/formatted';

/**
 * A chart as the library formats it, with what it has no options for: the bar that carries a floating one is not drawn (the library knows no
 * colour that is none, so it was told white), and names of categories stand at the foot of the plot, where bars that hang below zero do not
 * cover them.
 */
export function finishChart(tree: Formatted): void {
  for (const child of childrenOf(tree)) {
    const name = nameOf(child);
    if (name === 'c:spPr' && isWhite(child)) {
      const content = changeableContent(child);
      content[content.indexOf(childOf(child, 'a:solidFill'))] = { 'a:noFill': {} };
    } else if (name === 'c:catAx') {
      const labels = childOf(child, 'c:tickLblPos') as Record<string, unknown> | undefined;
      if (labels !== undefined && attributeOf(labels, 'val') === 'nextTo') labels['c:tickLblPos'] = { _attr: { val: 'low' } };
    } else finishChart(child);
  }
}

function isWhite(properties: Formatted): boolean {
  const [first] = childrenOf(properties);
  return first !== undefined && nameOf(first) === 'a:solidFill' && attributeOf(childOf(first, 'a:schemeClr'), 'val') === 'lt1';
}
