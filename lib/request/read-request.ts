import type { FileProblem } from '@/lib/core/file-problem';
import { sha256Hex } from '@/lib/core/hash';
import { failure, type Result, success } from '@/lib/core/result';
import { buildSections } from './outline/build-sections';
import { decodeText } from './read/decode-text';
import { detectFormat } from './read/detect-format';
import { readHtml } from './read/html/read-html';
import { rawText } from './read/inline-marks';
import { readApiJson } from './read/json/read-api-json';
import { mergeHeads } from './read/merge-heads';
import { EMPTY_HEAD, type RawDocument } from './read/raw-document';
import { readError, readWarning } from './read/read-problem';
import { REQUEST_LIMITS } from './read/request-limits';
import { readPlainText } from './read/text/read-plain-text';
import { federalRegisterXml } from './read/xml/federal-register-xml';
import { issueDocuments } from './read/xml/issue-documents';
import { parseXml } from './read/xml/parse-xml';
import type { RequestDocument, SourceFormat } from './request-document';

export interface ReadOptions {
  readonly fileName?: string | null;
  /** Number of the document to take out of a daily issue. */
  readonly documentNumber?: string | null;
  /** The text to which the API's JSON belongs, as XML, HTML or plain text. */
  readonly text?: Uint8Array | null;
}

/**
 * Reads a request for comment: one document of the Federal Register as XML (or one out of a daily issue), as the API's JSON,
 * as HTML or as plain text. Fails with what is wrong and where for a file that is none of these, is cut off, is over the
 * limit, or is made to harm; what is only doubtful is a warning of the document.
 */
export function readRequest(bytes: Uint8Array, options: ReadOptions = {}): Result<RequestDocument, FileProblem> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const format = detectFormat(decoded.value);
  const raw = readRaw(decoded.value, format, options);
  if (!raw.ok) return raw;
  const { head, blocks, footnotes, warnings } = raw.value;
  const long = blocks.find((block) => block.text.length > REQUEST_LIMITS.paragraphCharacters);
  if (long)
    return failure(
      readError('paragraph-size', 'A paragraph is longer than any of a Federal Register document.', {
        line: long.place.line,
        value: long.text,
      }),
    );
  const outline = buildSections(blocks);
  const count = outline.sections.reduce((sum, section) => sum + section.questions.length, 0);
  if (count > REQUEST_LIMITS.questions) {
    return failure(
      readError('too-many-questions', `This file has ${count} questions; no request has more than ${REQUEST_LIMITS.questions}.`),
    );
  }
  const document: RequestDocument = {
    ...head,
    sections: outline.sections,
    footnotes,
    warnings: [],
    source: { format, fileName: options.fileName ? rawText(options.fileName).slice(0, 255) : null, sha256: sha256Hex(bytes) },
  };
  return success({ ...document, warnings: [...warnings, ...outline.warnings, ...doubts(document)] });
}

function readRaw(text: string, format: SourceFormat, options: ReadOptions): Result<RawDocument, FileProblem> {
  if (format === 'xml') return readXml(text, options.documentNumber ?? null);
  if (format === 'html') return readHtml(text);
  if (format === 'text') return readPlainText(text);
  const api = readApiJson(text);
  if (!api.ok) return api;
  const given = options.text ? decodeText(options.text) : null;
  if (given && !given.ok) return given;
  const body = given?.value ?? api.value.embedded;
  if (body === null)
    return success({ head: { ...EMPTY_HEAD, ...api.value.head }, blocks: [], footnotes: [], warnings: api.value.warnings });
  const bodyFormat = detectFormat(body);
  if (bodyFormat === 'json')
    return failure(readError('not-a-request', 'The text that belongs to the JSON is JSON again. Give it as XML, HTML or plain text.'));
  const inner = readRaw(body, bodyFormat, { documentNumber: api.value.head.documentNumber });
  if (!inner.ok) return inner;
  const { head, warnings } = mergeHeads(api.value.head, inner.value);
  return success({ ...inner.value, head, warnings: [...api.value.warnings, ...warnings] });
}

function readXml(text: string, documentNumber: string | null): Result<RawDocument, FileProblem> {
  const root = parseXml(text);
  if (!root.ok) return root;
  const documents = issueDocuments(root.value);
  const [first] = documents;
  if (!first) {
    const { name, line } = root.value;
    return failure(
      readError(
        'not-a-request',
        `This XML is not a Federal Register document: its outermost element is ${name}, and it holds no RULE, PRORULE or NOTICE.`,
        {
          line,
          value: name,
        },
      ),
    );
  }
  if (documents.length === 1) return success(federalRegisterXml(first.element, first.facts));
  const chosen = documents.find(({ number }) => number !== null && number === documentNumber);
  if (chosen) return success(federalRegisterXml(chosen.element, chosen.facts));
  return failure(
    readError(
      'several-documents',
      documentNumber
        ? `This issue holds ${documents.length} documents, and none has the number ${documentNumber}.`
        : `This is an issue with ${documents.length} documents. Say the number of the one you want.`,
    ),
  );
}

function doubts(document: RequestDocument): FileProblem[] {
  const warnings: FileProblem[] = [];
  const questions = document.sections.flatMap((section) => section.questions);
  if (document.sections.length === 0)
    warnings.push(
      readWarning('no-text', 'The file holds facts about the document but not its text. Import the text as XML, HTML or plain text too.'),
    );
  else if (questions.length === 0)
    warnings.push(readWarning('no-questions', 'No question was found. Add them in the outline, where the text has some.'));
  if (document.title === '') warnings.push(readWarning('no-title', 'The file gives no title.'));
  if (document.dates.commentsClose === null) {
    warnings.push(readWarning('no-deadline', 'The file gives no calendar date on which comments are due.', { value: document.dates.text }));
  }
  const notes = new Set(document.footnotes.map(({ mark }) => mark));
  const missing = [...new Set(questions.flatMap(({ footnoteMarks }) => footnoteMarks))].filter((mark) => !notes.has(mark));
  if (missing.length > 0)
    warnings.push(readWarning('footnote-missing', `Questions refer to footnotes that the file does not hold: ${missing.join(', ')}.`));
  return warnings;
}
