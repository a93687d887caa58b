import type { Coverage, QuotedQuestion, SectionKind } from '../letter-content';
import type { ProseNode } from '../schema/prose-node';

/** A section before it has an identity and a room. */
export interface SectionDraft {
  readonly kind: SectionKind;
  readonly title: string;
  readonly question: QuotedQuestion | null;
  readonly coverage: Coverage;
  readonly body: ProseNode;
}
