import type { Addressee, LetterFurniture, Signatory } from '../letter-content';

export interface FurnitureFacts {
  readonly firmName: string;
  readonly letterheadLines: readonly string[];
  readonly signatories: readonly Signatory[];
  readonly requestTitle: string;
  /** Federal Register citation, e.g. "85 FR 70536"; null while unknown. */
  readonly citation: string | null;
  /** Docket, release and RIN identifiers as the request prints them. */
  readonly identifiers: readonly string[];
  readonly addressees: readonly Addressee[];
}

/**
 * The first furniture of a letter: what is known is filled in, what is not stays empty for a person to complete. A joint request is greeted
 * in the plural, as letters to several agencies are.
 */
export function draftFurniture(facts: FurnitureFacts): LetterFurniture {
  const identifiers = facts.identifiers.length > 0 ? ` (${facts.identifiers.join('; ')})` : '';
  const citation = facts.citation === null ? '' : `, ${facts.citation}`;
  return {
    letterhead: { firm: facts.firmName, lines: facts.letterheadLines },
    date: null,
    deliveryLine: 'By electronic submission',
    addressees: facts.addressees,
    reLines: [`${facts.requestTitle}${citation}${identifiers}`],
    salutation: 'Ladies and Gentlemen:',
    closing: 'Respectfully submitted,',
    signatories: facts.signatories,
    cc: [],
  };
}
