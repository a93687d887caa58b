import { contentForAgency } from '@/lib/letter/agencies/content-for-agency';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { relatedAction } from '@/lib/request/actions/related-actions';
import type { AgencyKey } from '@/lib/request/agencies/agency';
import type { HouseStyle, PageMarking } from '@/lib/word/letter-build';
import { confidentialPages } from '@/lib/word/write/request-letter/confidential-pages';
import { draftRequest } from '@/lib/word/write/request-letter/draft-request';
import { refuseUnclean } from '../export/refuse-unclean';

/** All that a request for confidential treatment is written from, as plain data that crosses to a thread. */
export interface RequestToRender {
  readonly content: LetterContent;
  readonly agency: AgencyKey;
  readonly facts: ConfidentialRequest;
  readonly marking: PageMarking;
  readonly template: HouseStyle | null;
}

/**
 * The request to one agency as a Word file that passed the last look at files which leave. The letter is laid out for the pages of its parts: run
 * in a thread of its own on a server.
 */
export async function renderRequest({ content, agency, facts, marking, template }: RequestToRender): Promise<Uint8Array> {
  const filed = withoutPrivileged(contentForAgency(content, agency));
  const pages = confidentialPages(filed, {
    citeAction: (key) => relatedAction(key)?.citation ?? null,
    marking,
    ...(template ? { template } : {}),
  });
  const bytes = await draftRequest(filed, agency, facts, { pages, template });
  refuseUnclean(bytes, 'clean');
  return bytes;
}
