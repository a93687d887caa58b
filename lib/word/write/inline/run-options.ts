import type { IRunOptions } from 'docx';
import { CONFIDENTIAL_PART } from '@/lib/letter/protection/bracket-confidential';
import type { ProseMark } from '@/lib/letter/schema/prose-node';
import { isSafeHref } from '@/lib/letter/schema/safe-href';

/** The character formatting of a text's marks; marks that are no formatting (links, unknown ones) change nothing. */
export function runOptions(marks: readonly ProseMark[] = []): IRunOptions {
  const options: IRunOptions = Object.assign({}, ...marks.map((mark) => FORMATTING[mark.type] ?? {}));
  // Word takes one vertical alignment only.
  return options.superScript && options.subScript ? { ...options, subScript: false } : options;
}

const FORMATTING: Readonly<Record<string, IRunOptions>> = {
  bold: { bold: true },
  italic: { italics: true },
  underline: { underline: { type: 'single' } },
  strike: { strike: true },
  superscript: { superScript: true },
  subscript: { subScript: true },
  smallCaps: { smallCaps: true },
  [CONFIDENTIAL_PART]: { style: 'ConfidentialPart' },
};

/** The address that a text links to; null where it links to none that a letter may carry. */
export function linkOf(marks: readonly ProseMark[] = []): string | null {
  const href = marks.find((mark) => mark.type === 'link')?.attrs?.href;
  return isSafeHref(href) ? href : null;
}
