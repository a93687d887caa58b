import type { Document } from 'docx';
import type { WrittenThread } from '../letter-build';
import type { PackageTitle } from '../package/core-properties';
import { formatDocument } from '../package/format-document';
import { writePackage } from '../package/write-package';
import { applyTemplate } from '../template/apply-template';
import type { OpenTemplate } from '../template/open-template';
import { addComments } from './comments/add-comments';
import { completeLetter } from './complete-letter';

/** A document of the docx library as the bytes of a Word file, in a house template where one is given, with its contents, captions and pages filled in. */
export function documentBytes(
  document: Document,
  title: PackageTitle,
  template?: OpenTemplate,
  threads: readonly WrittenThread[] = [],
): Uint8Array {
  const formatted = formatDocument(document);
  if (template !== undefined) applyTemplate(formatted, template);
  completeLetter(formatted);
  addComments(formatted, threads);
  return writePackage(formatted, title);
}
