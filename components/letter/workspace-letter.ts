import type { Coverage, LetterFurniture, QuotedQuestion, SectionKind } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { Decision } from '@/lib/policies/decision';

export interface WorkspaceSection {
  readonly id: string;
  readonly kind: SectionKind;
  readonly title: string;
  readonly question: QuotedQuestion | null;
  readonly coverage: Coverage;
  readonly generation: number;
  readonly body: ProseNode;
}

/** A letter as its workspace is given it. */
export interface WorkspaceLetter {
  readonly id: string;
  readonly title: string;
  readonly requestId: string;
  readonly requestTitle: string;
  readonly dueAt: string | null;
  readonly furniture: LetterFurniture;
  readonly sections: readonly WorkspaceSection[];
  readonly rights: {
    readonly editText: Decision;
    readonly editFurniture: Decision;
    readonly editOutline: Decision;
    readonly setCoverage: Decision;
  };
}
