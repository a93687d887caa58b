import type { Source } from './citations/source';
import type { ResolvedFigure } from './figures/figure';
import type { ProseNode } from './schema/prose-node';

export interface Addressee {
  readonly agency: string;
  readonly lines: readonly string[];
}

export interface Signatory {
  readonly name: string;
  readonly title: string;
  readonly entity: string;
}

/** The parts of a letter that are not sections: letterhead to signature block. Empty strings are parts not yet filled in. */
export interface LetterFurniture {
  readonly letterhead: { readonly firm: string; readonly lines: readonly string[] };
  /** ISO date of the letter; null while it is undated. */
  readonly date: string | null;
  readonly deliveryLine: string;
  readonly addressees: readonly Addressee[];
  readonly reLines: readonly string[];
  readonly salutation: string;
  readonly closing: string;
  readonly signatories: readonly Signatory[];
  readonly cc: readonly string[];
}

export type SectionKind = 'introduction' | 'summary' | 'question' | 'discussion' | 'annex';
export type Coverage = 'open' | 'answered' | 'partly' | 'declined' | 'not-applicable';

export interface QuotedQuestion {
  /** Stable key inside the request version, e.g. "II.B/4". */
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly parts: readonly { readonly label: string; readonly text: string }[];
}

export interface LetterSection {
  readonly id: string;
  readonly kind: SectionKind;
  readonly title: string;
  readonly question: QuotedQuestion | null;
  readonly coverage: Coverage;
  readonly body: ProseNode;
}

/** A whole letter at one moment: what a snapshot hashes and what the exports are written from. */
export interface LetterContent {
  readonly title: string;
  readonly language: 'en-US';
  readonly furniture: LetterFurniture;
  readonly sections: readonly LetterSection[];
  /** Every figure bound in the text, keyed "figureId@runId". */
  readonly figures: Readonly<Record<string, ResolvedFigure>>;
  /** Every source cited in the text, by its id; absent in versions of before there were any. */
  readonly sources?: Readonly<Record<string, Source>>;
}
