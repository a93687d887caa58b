import type { LetterContent } from '@/lib/letter/letter-content';
import type { ConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import type { AgencyKey } from '@/lib/request/agencies/agency';
import type { RequestDocument } from '@/lib/request/request-document';
import type { HouseStyle, PageMarking } from '@/lib/word/letter-build';
import type { AnnexRun } from '@/lib/workbook/annex/annex-input';

/** All that a package is written from, as plain data that crosses to a thread. */
export interface PackageToRender {
  readonly content: LetterContent;
  readonly version: { readonly number: number; readonly contentHash: string };
  readonly agencies: readonly AgencyKey[];
  readonly request: RequestDocument | null;
  readonly facts: ConfidentialRequest;
  readonly marking: PageMarking;
  readonly template: HouseStyle | null;
  /** the runs behind all figures of the letter */
  readonly runs: readonly AnnexRun[];
}

export interface RenderedPackage {
  readonly bytes: Uint8Array;
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}
