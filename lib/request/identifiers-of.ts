import type { RequestDocument } from './request-document';

/** The identifiers of a request as a Re: line prints them: releases, file and docket numbers, RINs. */
export function identifiersOf(document: Pick<RequestDocument, 'releases' | 'docketIds' | 'rins'>): string[] {
  return [
    ...document.releases.map((release) => `Release No. ${release}`),
    ...document.docketIds.map((docket) => (/^S7-|^SR-/i.test(docket) ? `File No. ${docket}` : docket)),
    ...document.rins.map((rin) => `RIN ${rin}`),
  ];
}
