import type { SourceFormat } from '../request-document';

const HTML_ROOTS = /^(?:html|head|body|div|article|section|main|pre|h[1-6]|span|table|center|title|meta|p)$/;
/** Written in capitals these are elements of old pages, and of no Federal Register file. */
const HTML_ROOTS_IN_CAPITALS = /^(?:HTML|HEAD|BODY|DIV|PRE|H[1-6]|TABLE|CENTER|META)$/;

/** What a text claims to be by its first signs; a plain text is whatever is nothing else. */
export function detectFormat(text: string): SourceFormat {
  const start = text
    .slice(0, 8_192)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('{') || /^\[\s*[{[]/.test(start)) return 'json';
  if (!start.startsWith('<')) return 'text';
  if (/^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<!doctype\s+html\b/i.test(start)) return 'html';
  const root = start.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>/gi, '').match(/<([A-Za-z][\w.:-]*)/)?.[1];
  return root && (HTML_ROOTS.test(root) || HTML_ROOTS_IN_CAPITALS.test(root)) ? 'html' : 'xml';
}
