import type { Attributes } from '@tiptap/core';
import { textAttributeSpec } from '../text-attribute';

function parseFormat(element: HTMLElement): unknown {
  const source = element.getAttribute('data-format');
  if (source === null) return null;
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

/**
 * What every bound figure stores: the binding (figure, run, path), how it is presented where that differs from the publication (null: as
 * published), the exact value when it was put in or last accepted, and a name of its own within the letter. All of it is attributes, because
 * marks on inline atoms do not survive the collaborative document.
 */
export function figureAttributes(): Attributes {
  return {
    figureId: textAttributeSpec('figureId', 'figure-id'),
    runId: textAttributeSpec('runId', 'run-id'),
    path: textAttributeSpec('path', 'path'),
    format: {
      default: null,
      parseHTML: parseFormat,
      renderHTML: (attributes) => (attributes.format ? { 'data-format': JSON.stringify(attributes.format) } : {}),
    },
    valueAtInsertion: textAttributeSpec('valueAtInsertion', 'value-at-insertion'),
    nodeId: textAttributeSpec('nodeId', 'node-id'),
  };
}

/** The caption of a figure that stands as a block. */
export function captionAttribute(): Attributes {
  return {
    caption: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-caption') ?? '',
      renderHTML: (attributes) => ({ 'data-caption': String(attributes.caption ?? '') }),
    },
  };
}
