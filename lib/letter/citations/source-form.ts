import { z } from 'zod';
import type { Source, SourceKind } from './source';

/** A field of a source: what it is called, an example, and what it must look like. */
export interface SourceField {
  readonly name: string;
  readonly label: string;
  readonly example: string;
  readonly required?: boolean;
  /** `date` is an ISO date, `number` digits, `url` an http(s) address; otherwise a line of text. */
  readonly type?: 'date' | 'number' | 'url';
}

export interface SourceForm {
  readonly label: string;
  readonly fields: readonly SourceField[];
  /** What is asked beyond the single fields: the reason why they do not do together, or null. */
  readonly together?: (fields: Readonly<Record<string, string>>) => string | null;
}

const SHORT_NAME: SourceField = { name: 'shortName', label: 'Short name', example: 'Joint Request' };
const TITLE: SourceField = { name: 'title', label: 'Title', example: 'Request for Comment on Portfolio Margining' };
const DATE: SourceField = { name: 'date', label: 'Date', example: '2026-06-24', type: 'date' };
const URL: SourceField = { name: 'url', label: 'Address', example: 'https://www.cftc.gov/…', type: 'url' };

/** What is asked of a source of each kind, in the order in which it is asked. All words of a citation are from these. */
export const SOURCE_FORMS: Readonly<Record<SourceKind, SourceForm>> = {
  cfr: {
    label: 'Code of Federal Regulations',
    fields: [
      { name: 'title', label: 'Title', example: '17', type: 'number', required: true },
      { name: 'section', label: 'Section or part', example: '240.15c3-1 or part 39', required: true },
      { name: 'name', label: 'Name of the rule', example: 'Net Capital Requirements for Brokers or Dealers' },
      { name: 'year', label: 'Year of the code', example: '2026', type: 'number' },
      { ...SHORT_NAME, example: 'Rule 15c3-1' },
    ],
  },
  'federal-register': {
    label: 'Federal Register',
    fields: [
      { ...TITLE, required: true },
      { name: 'volume', label: 'Volume', example: '91', type: 'number', required: true },
      { name: 'page', label: 'First page', example: '37873', type: 'number', required: true },
      { ...DATE, label: 'Date of publication', required: true },
      SHORT_NAME,
    ],
  },
  release: {
    label: 'Release',
    fields: [
      { ...TITLE, label: 'Title' },
      { name: 'series', label: 'Series', example: 'Exchange Act', required: true },
      { name: 'number', label: 'Release number', example: '34-90246', required: true },
      { ...DATE, required: true },
      { name: 'volume', label: 'Federal Register volume', example: '85', type: 'number' },
      { name: 'page', label: 'Federal Register page', example: '70536', type: 'number' },
      SHORT_NAME,
    ],
    together: ({ volume = '', page = '' }) =>
      (volume === '') === (page === '') ? null : 'Volume and page of the Federal Register go together.',
  },
  statute: {
    label: 'Statute',
    fields: [
      { name: 'name', label: 'Name of the act', example: 'Commodity Exchange Act' },
      { name: 'title', label: 'Title of the U.S. Code', example: '15', type: 'number' },
      { name: 'section', label: 'Section of the U.S. Code', example: '78c(a)(55)' },
      { name: 'publicLaw', label: 'Public law', example: '111-203' },
      { name: 'statutes', label: 'Statutes at Large', example: '124 Stat. 1376' },
      { name: 'year', label: 'Year', example: '2010', type: 'number' },
      { ...SHORT_NAME, example: 'CEA' },
    ],
    together: ({ title = '', section = '', publicLaw = '' }) =>
      (title !== '' && section !== '') || (publicLaw !== '' && title === '' && section === '')
        ? null
        : 'A statute needs title and section of the U.S. Code, or the number of a public law.',
  },
  case: {
    label: 'Case',
    fields: [
      { name: 'name', label: 'Name of the case', example: 'Chevron U.S.A. Inc. v. NRDC', required: true },
      { name: 'reporter', label: 'Reporter or docket', example: '467 U.S. 837', required: true },
      { name: 'court', label: 'Court', example: 'D.C. Cir.' },
      { name: 'year', label: 'Year', example: '1984', type: 'number', required: true },
      { ...SHORT_NAME, example: 'Chevron' },
    ],
  },
  letter: {
    label: 'Letter',
    fields: [
      { name: 'from', label: 'From', example: 'SIFMA', required: true },
      { name: 'to', label: 'To', example: 'Vanessa A. Countryman, Secretary, SEC' },
      { name: 'series', label: 'Kind, where it is no comment letter', example: 'SEC Staff No-Action Letter' },
      { name: 'file', label: 'File or docket', example: 'File No. S7-15-20' },
      { ...DATE, required: true },
      URL,
      { ...SHORT_NAME, example: 'SIFMA Letter' },
    ],
    together: ({ to = '', series = '' }) =>
      to !== '' || series !== '' ? null : 'Say to whom the letter is, or which kind of letter it is.',
  },
  webpage: {
    label: 'Web page',
    fields: [
      { name: 'author', label: 'Author', example: 'CFTC' },
      { ...TITLE, label: 'Title of the page', example: 'Margin Requirements', required: true },
      DATE,
      { ...URL, required: true },
      { name: 'visited', label: 'Last visited', example: '2026-11-20', type: 'date' },
      { ...SHORT_NAME, example: 'Margin Page' },
    ],
  },
};

export const LONGEST_FIELD = 500;

/** The fields of a source as they are kept: trimmed, the empty ones left out, none that its kind does not have. */
export function sourceFields(kind: SourceKind): z.ZodType<Record<string, string>, Record<string, unknown>> {
  const form = SOURCE_FORMS[kind];
  const shape = Object.fromEntries(form.fields.map((field) => [field.name, fieldSchema(field)]));
  return z
    .strictObject(shape)
    .transform((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Record<string, string>)
    .superRefine((fields, check) => {
      for (const field of form.fields) {
        if (field.required && !fields[field.name])
          check.addIssue({ code: 'custom', path: [field.name], message: `${field.label} is missing.` });
      }
      const reason = form.together?.(fields) ?? null;
      if (reason !== null) check.addIssue({ code: 'custom', message: reason });
    }) as unknown as z.ZodType<Record<string, string>, Record<string, unknown>>;
}

function fieldSchema({ label, type }: SourceField): z.ZodType<string, unknown> {
  const line = z
    .string()
    .max(LONGEST_FIELD)
    .transform((value) => value.replace(/\s+/g, ' ').trim())
    .default('');
  if (type === undefined) return line;
  const [pattern, message] = PATTERNS[type];
  return line.refine((value) => value === '' || pattern.test(value), { error: `${label} ${message}` });
}

const PATTERNS = {
  number: [/^\d{1,7}$/, 'is a number.'],
  date: [/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'is a date.'],
  url: [/^https?:\/\/[^\s<>"]+$/, 'is an address that begins with https:// or http://.'],
} as const;

/** What a source still needs before it can be cited in full: a sentence each; none where it is whole. */
export function missingOfSource({ kind, fields }: Pick<Source, 'kind' | 'fields'>): readonly string[] {
  const read = sourceFields(kind).safeParse(fields);
  return read.success ? [] : [...new Set(read.error.issues.map(({ message }) => message))];
}
