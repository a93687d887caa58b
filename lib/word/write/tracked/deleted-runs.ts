import type { BaseXmlComponent, IContext, IXmlableObject } from 'docx';
import { XmlElement } from '../xml-element';

/** Runs that are taken out: Word keeps their text and the instructions of their fields under names of their own. */
export class DeletedRuns extends XmlElement {
  constructor(attributes: Readonly<Record<string, string | number>>, runs: readonly BaseXmlComponent[]) {
    super('w:del', attributes, runs);
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const formatted = super.prepForXml(context);
    return formatted === undefined ? undefined : (renamed(formatted) as IXmlableObject);
  }
}

const NAMES: Readonly<Record<string, string>> = { 'w:t': 'w:delText', 'w:instrText': 'w:delInstrText' };

/** Drawings hold names of their own, which stay. */
function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null || '_attr' in value || 'w:drawing' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([name, content]) => [NAMES[name] ?? name, renamed(content)]));
}
