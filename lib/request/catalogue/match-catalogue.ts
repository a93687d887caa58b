import type { RequestDocument } from '../request-document';
import { CATALOGUE } from './catalogue';
import type { CatalogueRequest } from './catalogue-request';

/**
 * The catalogue's entry that a document is by its own numbers: its document number or its citation. A title proves nothing,
 * because the press has confused the three; so an entry whose numbers are unknown is only ever chosen by a person.
 */
export function matchCatalogue(document: Pick<RequestDocument, 'documentNumber' | 'citation'>): CatalogueRequest | null {
  return (
    CATALOGUE.find(
      (request) =>
        (request.documentNumber.value !== null && request.documentNumber.value === document.documentNumber) ||
        (request.citation.value !== null && request.citation.value === document.citation),
    ) ?? null
  );
}
