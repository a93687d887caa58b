import type { Attributes, Formatted } from '../layout/formatted';

/** The attributes that an element is written with, by those that it has. */
export type AttributeChange = (attributes: Attributes) => Attributes;

export interface XmlTextOptions {
  /** What relationship ids (attributes `r:…`) are written as. */
  readonly relationships?: ReadonlyMap<string, string>;
  /** By the names of elements. */
  readonly attributes?: ReadonlyMap<string, AttributeChange>;
}

const NONE: XmlTextOptions = {};

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A part as the text of its file. */
export function xmlPart(root: Formatted, options: XmlTextOptions = NONE): string {
  return XML_DECLARATION + xmlText(root, options);
}

/** An element as XML without a declaration. */
function xmlText(element: Formatted, options: XmlTextOptions = NONE): string {
  for (const name in element) return elementText(name, element[name], options);
  return '';
}

function elementText(name: string, content: unknown, options: XmlTextOptions): string {
  if (typeof content !== 'object') return `<${name}>${escaped(content ?? '')}</${name}>`;
  if (content === null) return `<${name}/>`;
  if (!Array.isArray(content)) {
    const own = (content as { readonly _attr?: Attributes })._attr;
    return own === undefined ? `<${name}/>` : `<${name}${attributesText(name, own, options)}/>`;
  }
  let attributes = '';
  let inner = '';
  for (const part of content) {
    if (typeof part !== 'object') inner += escaped(part);
    else if (part !== null) {
      for (const key in part) {
        if (key === '_attr') attributes += attributesText(name, part._attr, options);
        else inner += elementText(key, part[key], options);
        break;
      }
    }
  }
  return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;
}

function attributesText(name: string, attributes: Attributes, options: XmlTextOptions): string {
  const change = options.attributes?.get(name);
  const own = change === undefined ? attributes : change(attributes);
  let text = '';
  for (const key in own) {
    const value = own[key];
    const related = key.startsWith('r:') ? options.relationships?.get(String(value)) : undefined;
    text += ` ${key}="${related ?? escaped(value)}"`;
  }
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', "'": '&apos;', '<': '&lt;', '>': '&gt;' };
/** Characters that are written otherwise, and control characters, which XML does not allow. */
const SPECIAL = /[&"'<>]|[^\t\n\r -\uffff]/;
const EVERY_SPECIAL = new RegExp(SPECIAL, 'g');

/** A text as it stands in XML, between tags and in attributes; characters that XML does not allow are left out. */
export function escaped(value: unknown): string {
  const text = String(value);
  return SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, (character) => ESCAPES[character] ?? '') : text;
}
