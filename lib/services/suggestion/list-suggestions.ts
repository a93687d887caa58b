import type { Change } from '@/lib/letter/compare/change';
import { type Decision, denied } from '@/lib/policies/decision';
import { canReadLetter } from '@/lib/policies/letter';
import { canEditSection, type SectionFacts } from '@/lib/policies/section';
import { canDecideSuggestion, canSuggest, canWithdrawSuggestion } from '@/lib/policies/suggestion';
import { sectionStateOf } from '@/lib/review/section-state';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';

export const SUGGESTION_STATES = ['open', 'orphaned', 'accepted', 'rejected', 'withdrawn'] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

export interface SuggestionView {
  readonly id: string;
  readonly sectionId: string;
  /** null for an author who is no member */
  readonly authorId: string | null;
  readonly authorName: string;
  /** word: read from a returned file */
  readonly source: string;
  readonly change: Change;
  readonly state: SuggestionState;
  /** ISO instants */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly reason: string;
  readonly rights: { readonly accept: Decision; readonly reject: Decision; readonly withdraw: Decision; readonly undo: Decision };
}

export interface LetterSuggestions {
  readonly suggestions: readonly SuggestionView[];
  /** whether the member may write suggestions in a section of this letter, and whether they may type in it; each section's state apart */
  readonly rights: { readonly suggest: Decision; readonly edit: Decision };
}

/** How many decided ones are told, the latest; open ones and orphans are told all. */
const DECIDED = 200;

/**
 * The suggestions of a letter, oldest first, with what the member may do with each. What an author took back by their own editing is not told.
 * Throws NOT_FOUND for another firm's letter.
 */
export async function listSuggestions(ctx: ServiceContext, letterId: string): Promise<LetterSuggestions> {
  const { actor, db } = ctx;
  const { firmId } = actor;
  authorise(canReadLetter(actor));
  const frozen = (await findLetter(db, firmId, letterId)).frozenAt !== null;
  const [open, decided, sections] = await Promise.all([
    db.suggestion.findMany({
      where: { firmId, letterId, state: { in: ['open', 'orphaned'] } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    db.suggestion.findMany({
      where: { firmId, letterId, decidedAt: { not: null }, state: { in: ['accepted', 'rejected', 'withdrawn'] } },
      orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
      take: DECIDED,
    }),
    db.section.findMany({ where: { firmId, letterId }, select: { id: true, state: true } }),
  ]);
  const deciders = await db.member.findMany({
    where: { firmId, id: { in: [...new Set(decided.flatMap(({ decidedById }) => decidedById ?? []))] } },
    select: { id: true, name: true },
  });
  const names = new Map(deciders.map(({ id, name }) => [id, name]));
  const states = new Map(sections.map(({ id, state }) => [id, sectionStateOf(state)]));
  return {
    suggestions: [...open, ...decided].map((row) => {
      const section: SectionFacts = { firmId, state: states.get(row.sectionId) ?? 'signed', frozen };
      const state = stateOf(row.state);
      const decide = canDecideSuggestion(actor, section);
      const isOpen = state === 'open' || state === 'orphaned';
      const pending = (right: Decision) => (isOpen ? right : denied('It is decided already.'));
      return {
        id: row.id,
        sectionId: row.sectionId,
        authorId: row.authorId,
        authorName: row.authorName,
        source: row.source,
        change: row.change as unknown as Change,
        state,
        createdAt: row.createdAt.toISOString(),
        changedAt: row.changedAt.toISOString(),
        decidedAt: row.decidedAt?.toISOString() ?? null,
        decidedBy: row.decidedById ? (names.get(row.decidedById) ?? null) : null,
        reason: row.reason,
        rights: {
          accept: pending(state === 'orphaned' && decide.allowed ? denied('What it was about is not in the text any more.') : decide),
          reject: pending(decide),
          withdraw: pending(canWithdrawSuggestion(actor, section, row.authorId)),
          undo: state === 'accepted' || state === 'rejected' ? decide : denied('It is not decided.'),
        },
      };
    }),
    rights: {
      suggest: canSuggest(actor, { firmId, state: 'drafting', frozen }),
      edit: canEditSection(actor, { firmId, state: 'drafting', frozen }),
    },
  };
}

function stateOf(text: string): SuggestionState {
  const state = SUGGESTION_STATES.find((known) => known === text);
  if (!state) throw new RangeError(`“${text}” is no state of a suggestion.`);
  return state;
}
