import type { BaseXmlComponent, IContext } from 'docx';
import type { Formatted } from '../layout/formatted';
import { isElement } from '../layout/formatted';

/** What the library keeps in a component: children and texts; of attributes, each with the name it is written with. */
interface Inside {
  readonly rootKey: string;
  readonly root: readonly unknown[] | Readonly<Record<string, { readonly key: string; readonly value: unknown }>>;
}

/**
 * A chart as the library formats it. Charts are thousands of elements that hold nothing but attributes and other elements, and the library
 * copies the attributes of each as often as it has some; here they are read as they are. Components that format themselves otherwise, such
 * as the reference to the workbook, do so.
 */
export function formatChart(chart: BaseXmlComponent, context: IContext): Formatted {
  return (formatted(chart, chart.prepForXml, context) ?? {}) as Formatted;
}

function formatted(component: BaseXmlComponent, usual: BaseXmlComponent['prepForXml'], context: IContext): unknown {
  const { rootKey, root } = component as unknown as Inside;
  if (rootKey === '_attr' && !Array.isArray(root)) return attributes(component, Object.values(root) as readonly Pair[], context);
  if (component.prepForXml !== usual || !Array.isArray(root)) return component.prepForXml(context);
  const children: unknown[] = [];
  for (const child of root) {
    const own = isComponent(child) ? formatted(child, usual, context) : child;
    if (own !== undefined) children.push(own);
  }
  const [only] = children;
  if (only === undefined) return { [rootKey]: {} };
  return { [rootKey]: children.length === 1 && typeof only === 'object' && !isElement(only) ? only : children };
}

interface Pair {
  readonly key?: string;
  readonly value?: unknown;
}

function attributes(component: BaseXmlComponent, pairs: readonly Pair[], context: IContext): unknown {
  const own: Record<string, unknown> = {};
  for (const { key, value } of pairs) {
    if (key === undefined) return component.prepForXml(context);
    if (value !== undefined) own[key] = value;
  }
  return { _attr: own };
}

function isComponent(value: unknown): value is BaseXmlComponent {
  return typeof value === 'object' && value !== null && 'prepForXml' in value;
}
