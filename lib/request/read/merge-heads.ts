import type { FileProblem } from '@/lib/core/file-problem';
import type { RawDocument, RequestHead } from './raw-document';
import { readWarning } from './read-problem';

/**
 * The facts of the API's metadata and of the text together: the metadata's where it has one, since it states volume and
 * dates, else the text's. Numbers that differ between the two are pointed out.
 */
export function mergeHeads(api: RequestHead, text: RawDocument): Pick<RawDocument, 'head' | 'warnings'> {
  const own = text.head;
  const warnings: FileProblem[] = text.warnings.filter(({ code }) => code !== 'citation-derived' || api.citation === null);
  if (api.documentNumber !== null && own.documentNumber !== null && api.documentNumber !== own.documentNumber) {
    warnings.push(
      readWarning(
        'different-documents',
        `The JSON is of document ${api.documentNumber}, the text of ${own.documentNumber}. Check that they belong together.`,
      ),
    );
  }
  const list = (mine: readonly string[], theirs: readonly string[]) => (mine.length > 0 ? mine : theirs);
  return {
    head: {
      title: api.title || own.title,
      type: api.type ?? own.type,
      action: api.action ?? own.action,
      citation: api.citation ?? own.citation,
      documentNumber: api.documentNumber ?? own.documentNumber,
      docketIds: list(api.docketIds, own.docketIds),
      releases: list(api.releases, own.releases),
      rins: list(api.rins, own.rins),
      cfrParts: list(api.cfrParts, own.cfrParts),
      dates: {
        published: api.dates.published ?? own.dates.published,
        commentsClose: api.dates.commentsClose ?? own.dates.commentsClose,
        text: own.dates.text ?? api.dates.text,
      },
      agencies: list(own.agencies, api.agencies),
      summary: list(own.summary, api.summary),
      addresses: own.addresses,
      contacts: own.contacts,
    },
    warnings,
  };
}
