import { longDate } from '@/lib/core/long-date';
import { agencyNamed } from './agencies/agencies';
import type { CatalogueRequest } from './catalogue/catalogue-request';
import type { Fact, Standing } from './fact';
import type { RequestDocument } from './request-document';

/** A fact about a request as a screen shows it: a null value is not known. */
export interface FactRow {
  readonly label: string;
  readonly value: string | null;
  readonly standing: Standing | null;
  readonly sources: readonly string[];
  readonly note: string | null;
}

interface Field {
  readonly label: string;
  readonly ofDocument: (document: RequestDocument) => string | null;
  readonly ofCatalogue: (request: CatalogueRequest) => Fact<string>;
}

const listed = (values: readonly string[]) => (values.length > 0 ? values.join(', ') : null);
const dated = (iso: string | null) => (iso === null ? null : longDate(iso));

const FIELDS: readonly Field[] = [
  { label: 'Official title', ofDocument: ({ title }) => title || null, ofCatalogue: (request) => request.officialTitle },
  { label: 'Citation', ofDocument: ({ citation }) => citation, ofCatalogue: (request) => request.citation },
  { label: 'Document number', ofDocument: ({ documentNumber }) => documentNumber, ofCatalogue: (request) => request.documentNumber },
  {
    label: 'Agencies',
    ofDocument: ({ agencies }) => listed(agencies),
    ofCatalogue: (request) => mapFact(request.agencies, (keys) => keys.map((key) => agencyNamed(key)?.registerName ?? key).join(', ')),
  },
  { label: 'Action', ofDocument: ({ action }) => action, ofCatalogue: () => NOTHING },
  { label: 'Issued', ofDocument: () => null, ofCatalogue: (request) => mapFact(request.issued, longDate) },
  {
    label: 'Published',
    ofDocument: ({ dates }) => dated(dates.published),
    ofCatalogue: (request) => mapFact(request.published, longDate),
  },
  {
    label: 'Comments due',
    ofDocument: ({ dates }) => dated(dates.commentsClose),
    ofCatalogue: (request) => mapFact(request.commentsClose, longDate),
  },
  { label: 'Comment period', ofDocument: ({ dates }) => dates.text, ofCatalogue: (request) => request.commentPeriod },
  {
    label: 'File and docket numbers',
    ofDocument: ({ docketIds }) => listed(docketIds),
    ofCatalogue: (request) => mapFact(request.fileNumbers, joined),
  },
  { label: 'RINs', ofDocument: ({ rins }) => listed(rins), ofCatalogue: (request) => mapFact(request.rins, joined) },
  { label: 'Releases', ofDocument: ({ releases }) => listed(releases), ofCatalogue: (request) => mapFact(request.releases, joined) },
  {
    label: 'Code of Federal Regulations',
    ofDocument: ({ cfrParts }) => listed(cfrParts),
    ofCatalogue: (request) => mapFact(request.cfrParts, joined),
  },
  { label: 'Press releases', ofDocument: () => null, ofCatalogue: (request) => mapFact(request.pressReleases, joined) },
  {
    label: 'Questions',
    ofDocument: ({ sections }) => listed([String(sections.reduce((count, section) => count + section.questions.length, 0))]),
    ofCatalogue: (request) => mapFact(request.questionCount, String),
  },
];

const NOTHING: Fact<string> = { value: null, standing: null, sources: [] };

/**
 * Every fact of a request, from the imported document where it states it (primary: it is the official text), else from the
 * catalogue with the catalogue's standing, else unknown.
 */
export function factsOf(document: RequestDocument | null, catalogue: CatalogueRequest | null): FactRow[] {
  return FIELDS.flatMap(({ label, ofDocument, ofCatalogue }) => {
    const stated = document ? ofDocument(document) : null;
    if (stated !== null && document) {
      const source = document.source.fileName ?? 'the imported file';
      return [{ label, value: stated, standing: 'primary', sources: [source], note: derivedNote(label, document) }];
    }
    const known = catalogue ? ofCatalogue(catalogue) : NOTHING;
    if (known.value === null && !catalogue && OPTIONAL.has(label)) return [];
    if (known.value === null && catalogue && label === 'Action') return [];
    return [{ label, value: known.value, standing: known.standing, sources: known.sources, note: known.note ?? null }];
  });
}

/** Fields that only the catalogue knows: without an entry there they are not missing. */
const OPTIONAL = new Set(['Issued', 'Press releases']);

function derivedNote(label: string, document: RequestDocument): string | null {
  return label === 'Citation' && document.warnings.some(({ code }) => code === 'citation-derived')
    ? 'The volume follows from the year of filing: check it.'
    : null;
}

function mapFact<T>(fact: Fact<T>, write: (value: T) => string): Fact<string> {
  return fact.standing === null
    ? { value: null, standing: null, sources: [], ...(fact.note ? { note: fact.note } : {}) }
    : { ...fact, value: write(fact.value) };
}

function joined(values: readonly string[]): string {
  return values.join(', ');
}
