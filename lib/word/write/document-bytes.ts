import type { Document } from 'docx';
import type { PackageTitle } from '../package/core-properties';
import { formatDocument } from '../package/format-document';
import { writePackage } from '../package/write-package';
import { completeLetter } from './complete-letter';

/** A document of the docx library as the bytes of a Word file, with its contents, captions and pages filled in. */
export function documentBytes(document: Document, title: PackageTitle): Uint8Array {
  const formatted = formatDocument(document);
  completeLetter(formatted);
  return writePackage(formatted, title);
}
