import type { Attributes } from '@tiptap/core';

/** A text attribute, in the HTML as `data-<name>`, left out there while it is null. */
export function textAttributeSpec(key: string, name: string): Attributes[string] {
  return {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`),
    renderHTML: (attributes) => (typeof attributes[key] === 'string' ? { [`data-${name}`]: attributes[key] } : {}),
  };
}
