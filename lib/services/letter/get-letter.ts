import type { Coverage, LetterFurniture, QuotedQuestion, SectionKind } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { Decision } from '@/lib/policies/decision';
import { canCreateLetter, canEditFurniture, canEditOutline, canExportLetter, canReadLetter, canSetCoverage } from '@/lib/policies/letter';
import { canEditSection } from '@/lib/policies/section';
import type { RequestDocument } from '@/lib/request/request-document';
import { type SectionState, sectionStateOf } from '@/lib/review/section-state';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { readSectionBodies } from '../section/read-section-body';
import { findLetter } from './find-letter';

export interface SectionView {
  readonly id: string;
  readonly kind: SectionKind;
  readonly title: string;
  readonly question: QuotedQuestion | null;
  readonly coverage: Coverage;
  readonly ownerId: string | null;
  readonly state: SectionState;
  /** the letter was filed */
  readonly frozen: boolean;
  /** ISO date by which it has to be ready; null where none was set. */
  readonly dueOn: string | null;
  readonly generation: number;
  readonly schemaVersion: number;
  readonly body: ProseNode;
}

/** A letter as its workspace opens it: furniture, sections with their present text, who may own them, and what the member may do. */
export interface LetterView {
  readonly id: string;
  readonly title: string;
  readonly requestId: string;
  readonly requestTitle: string;
  /** ISO date; null where the request gives none. */
  readonly dueAt: string | null;
  /** ISO instant since which it is frozen, because it was filed; null while it is open. */
  readonly frozenAt: string | null;
  readonly furniture: LetterFurniture;
  readonly sections: readonly SectionView[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly rights: {
    /** where a section is not signed: see SectionView.state */
    readonly editText: Decision;
    readonly editFurniture: Decision;
    readonly editOutline: Decision;
    readonly setCoverage: Decision;
    readonly exportLetter: Decision;
    readonly createLetter: Decision;
  };
}

export async function getLetter(ctx: ServiceContext, letterId: string): Promise<LetterView> {
  const { actor, db } = ctx;
  authorise(canReadLetter(actor));
  const letter = await findLetter(db, actor.firmId, letterId);
  const [sections, version, members] = await Promise.all([
    db.section.findMany({ where: { firmId: actor.firmId, letterId }, orderBy: { ordinal: 'asc' } }),
    db.requestVersion.findFirst({ where: { id: letter.requestVersionId, firmId: actor.firmId }, select: { content: true } }),
    db.member.findMany({ where: { firmId: actor.firmId, suspendedAt: null }, select: { id: true, name: true }, orderBy: { name: 'asc' } }),
  ]);
  const bodies = await readSectionBodies(
    db,
    actor.firmId,
    sections.map((section) => section.id),
  );
  const document = version?.content as unknown as RequestDocument | undefined;
  const frozen = letter.frozenAt !== null;
  return {
    id: letter.id,
    title: letter.title,
    requestId: letter.requestId,
    requestTitle: document?.title ?? '',
    dueAt: document?.dates.commentsClose ?? null,
    frozenAt: letter.frozenAt?.toISOString() ?? null,
    furniture: letter.furniture as unknown as LetterFurniture,
    sections: sections.map((section) => ({
      id: section.id,
      kind: section.kind as SectionKind,
      title: section.title,
      question: section.question as unknown as QuotedQuestion | null,
      coverage: section.coverage as Coverage,
      ownerId: section.ownerId,
      state: sectionStateOf(section.state),
      frozen: section.frozen,
      dueOn: section.dueOn?.toISOString().slice(0, 10) ?? null,
      generation: section.generation,
      schemaVersion: section.schemaVersion,
      body: bodies.get(section.id) as ProseNode,
    })),
    members,
    rights: {
      editText: canEditSection(actor, { firmId: letter.firmId, state: 'drafting', frozen }),
      editFurniture: canEditFurniture(actor, { frozen }),
      editOutline: canEditOutline(actor, { frozen }),
      setCoverage: canSetCoverage(actor, { frozen }),
      exportLetter: canExportLetter(actor),
      createLetter: canCreateLetter(actor),
    },
  };
}
