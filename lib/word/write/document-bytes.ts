import type { Document } from 'docx';
import type { Pages } from '../layout/paginate';
import type { WrittenThread } from '../letter-build';
import type { PackageTitle } from '../package/core-properties';
import { formatDocument } from '../package/format-document';
import { writePackage } from '../package/write-package';
import { applyTemplate } from '../template/apply-template';
import type { OpenTemplate } from '../template/open-template';
import { addComments } from './comments/add-comments';
import { completeLetter } from './complete-letter';

/** The bytes of a Word file, and on which pages its bookmarks stand, by a layout of our own. */
export interface PagedBytes {
  readonly bytes: Uint8Array;
  readonly pages: Pages;
}

/** A document of the docx library as the bytes of a Word file, in a house template where one is given, with its contents, captions and pages filled in. */
export function documentBytes(
  document: Document,
  title: PackageTitle,
  template?: OpenTemplate,
  threads: readonly WrittenThread[] = [],
): PagedBytes {
  const formatted = formatDocument(document);
  if (template !== undefined) applyTemplate(formatted, template);
  const pages = completeLetter(formatted);
  addComments(formatted, threads);
  return { bytes: writePackage(formatted, title), pages };
}
