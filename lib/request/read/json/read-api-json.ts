import type { FileProblem } from '@/lib/core/file-problem';
import { failure, type Result, success } from '@/lib/core/result';
import { commentsCloseIn, isDate } from '../dates';
import { agencyName, docketNumbers, plainDashes, rinsIn } from '../identifiers';
import { rawText, tidy } from '../inline-marks';
import type { RequestHead } from '../raw-document';
import { readError, readWarning } from '../read-problem';
import { type ApiDocument, isRecord, listField, objectsField, textField } from './api-document';

/** The metadata of a document, and its text where the file carries it. */
export interface ApiReading {
  readonly head: RequestHead;
  /** Text embedded in the file by whoever put them together; the API itself only points at it. */
  readonly embedded: string | null;
  readonly warnings: readonly FileProblem[];
}

const EMBEDDED = ['full_text_xml', 'body_html', 'raw_text', 'text'] as const;

/** The JSON that federalregister.gov's API gives for one document. */
export function readApiJson(text: string): Result<ApiReading, FileProblem> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const value = parsed.value;
  if (!isRecord(value) || (!('document_number' in value) && !('citation' in value))) {
    const many = isRecord(value) && Array.isArray(value.results);
    return failure(
      many
        ? readError('several-documents', 'This is a list of search results. Give the JSON of one document.')
        : readError('not-a-request', 'This JSON is not a document of the Federal Register’s API: it has no document_number.'),
    );
  }
  const document: ApiDocument = { fields: value };
  const embedded =
    EMBEDDED.map((name) => value[name]).find((member): member is string => typeof member === 'string' && member.trim() !== '') ?? null;
  return success({ head: headOf(document), embedded, warnings: correctionsOf(document) });
}

/** The API names the document that this one corrects, and those that correct it, by their addresses. */
function correctionsOf(document: ApiDocument): FileProblem[] {
  const corrects = textField(document, 'correction_of');
  const corrections = listField(document, 'corrections');
  return [
    ...(corrects ? [readWarning('corrects-another', 'This document corrects another one. Import that one too.', { value: corrects })] : []),
    ...(corrections.length > 0
      ? [
          readWarning('corrected-later', 'A correction of this document was published. Import it as a newer version.', {
            value: corrections.join(' '),
          }),
        ]
      : []),
  ];
}

function headOf(document: ApiDocument): RequestHead {
  const clean = (text: string | null) => (text === null ? null : tidy(rawText(text)));
  const date = (name: string) => {
    const value = textField(document, name);
    return value !== null && isDate(value) ? value : null;
  };
  const numbers = docketNumbers(listField(document, 'docket_ids').map(rawText));
  const datesText = clean(textField(document, 'dates'));
  const abstract = clean(textField(document, 'abstract'));
  const volume = document.fields.volume;
  const page = document.fields.start_page;
  const composed = typeof volume === 'number' && typeof page === 'number' ? `${volume} FR ${page}` : null;
  return {
    title: clean(textField(document, 'title')) ?? '',
    type: clean(textField(document, 'type')),
    action: clean(textField(document, 'action'))?.replace(/\.$/, '') ?? null,
    citation: clean(textField(document, 'citation')) ?? composed,
    documentNumber: plainDashes(clean(textField(document, 'document_number')) ?? '') || null,
    docketIds: numbers.docketIds,
    releases: numbers.releases,
    rins: rinsIn(listField(document, 'regulation_id_numbers').map(rawText)),
    cfrParts: cfrParts(document),
    dates: {
      published: date('publication_date'),
      commentsClose: date('comments_close_on') ?? (datesText ? commentsCloseIn(datesText) : null),
      text: datesText,
    },
    agencies: [
      ...new Set(
        objectsField(document, 'agencies').flatMap((agency) => {
          const name = textField(agency, 'name') ?? textField(agency, 'raw_name');
          return name ? [agencyName(rawText(name))] : [];
        }),
      ),
    ],
    summary: abstract ? [abstract] : [],
    addresses: [],
    contacts: [],
  };
}

function cfrParts(document: ApiDocument): string[] {
  const parts = objectsField(document, 'cfr_references').flatMap(({ fields }) => {
    const title = String(fields.title ?? '');
    const part = String(fields.part ?? '');
    return /^\d{1,2}$/.test(title) && /^\d{1,4}$/.test(part) ? [`${title} CFR Part ${part}`] : [];
  });
  return [...new Set(parts)];
}

function parseJson(text: string): Result<unknown, FileProblem> {
  try {
    return success(JSON.parse(text));
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = Number.parseInt(message.match(/position (\d+)/)?.[1] ?? '', 10);
    const at = Number.isNaN(position) ? text.length : position;
    const before = text.slice(0, at);
    const where = { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
    const ended = at >= text.trimEnd().length || /end of JSON|unterminated/i.test(message);
    return failure(
      ended
        ? readError('truncated', 'The JSON ends in the middle. Fetch it again.', where)
        : readError('json-syntax', 'This is not valid JSON.', { ...where, value: text.slice(at, at + 40) }),
    );
  }
}
