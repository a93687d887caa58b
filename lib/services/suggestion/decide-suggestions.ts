import type { Suggestion } from '@/lib/generated/prisma/client';
import type { Change } from '@/lib/letter/compare/change';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { walkProse } from '@/lib/letter/walk-prose';
import type { Decision } from '@/lib/policies/decision';
import { canPlaceFigure, type SectionFacts } from '@/lib/policies/section';
import { canDecideSuggestion, canWithdrawSuggestion } from '@/lib/policies/suggestion';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findLetter } from '../letter/find-letter';
import { announce } from '../live/announce';
import { voidTouchedSignOffs } from '../review/void-touched-sign-offs';
import { chooseSuggestions, type SuggestionChoice } from './choose-suggestions';
import { decideInSection, type SectionOutcome, type SuggestionDecision } from './decide-in-section';
import { holdSection } from './hold-section';
import { notifyAuthors } from './notify-authors';
import type { SuggestionAnswer } from './suggestion-answer';
import { suggestionFacts } from './suggestion-facts';

interface DecideSuggestions {
  readonly letterId: string;
  readonly choice: SuggestionChoice;
  readonly decision: SuggestionDecision;
  readonly reason?: string;
}

/**
 * Accepts, rejects or takes back suggestions, all in one transaction with its log: sections in the order of their ids, each under its row
 * lock and those of its forks. One that cannot be decided stays as it is and the answer says why; the others go through. Throws FORBIDDEN
 * where the member may decide none of them, NOT_FOUND for another firm's letter.
 */
export async function decideSuggestions(ctx: ServiceContext, input: DecideSuggestions): Promise<SuggestionAnswer> {
  const { actor } = ctx;
  const { firmId } = actor;
  const { letterId, choice, decision, reason = '' } = input;
  return transact(
    ctx,
    async (tx, audit) => {
      const letter = await findLetter(tx, firmId, letterId);
      if (decision !== 'withdrawn') authorise(canDecideSuggestion(actor, { firmId, state: 'drafting', frozen: letter.frozenAt !== null }));
      const chosen = await chooseSuggestions(tx, firmId, letterId, choice);
      const outcomes: SectionOutcome[] = [];
      const refused: { id: string; reason: string }[] = [];
      for (const sectionId of [...new Set(chosen.map((row) => row.sectionId))].sort()) {
        const section = await holdSection(tx, firmId, sectionId);
        const rows = chosen.filter((row) => {
          if (row.sectionId !== sectionId) return false;
          const right = rightTo(ctx, section, row, decision);
          if (!right.allowed) refused.push({ id: row.id, reason: right.reason });
          return right.allowed;
        });
        if (rows.length === 0) continue;
        outcomes.push(await decideInSection({ ctx, tx, section, decision, reason }, rows));
        if (decision === 'accepted') await voidTouchedSignOffs(ctx, tx, audit, sectionId);
        await announce(tx, { topic: 'letter', about: 'suggestions', firmId, letterId, sectionId });
      }
      if (outcomes.length === 0 && refused[0]) authorise({ allowed: false, reason: refused[0].reason });

      const done = outcomes.flatMap((outcome) => outcome.done);
      for (const { row, change } of done) {
        const facts = suggestionFacts(row, change);
        const subject = { type: 'suggestion', id: row.id } as const;
        if (decision === 'rejected') audit({ type: 'suggestion.rejected', subject, data: { ...facts, reason } });
        else audit({ type: `suggestion.${decision}` as const, subject, data: facts });
      }
      const decided = done.map(({ row }) => row);
      if (decision !== 'withdrawn') await notifyAuthors(ctx, tx, letter, decided, decision);
      return { done: decided.map(({ id }) => id), left: [...refused, ...outcomes.flatMap(({ left }) => left)] };
    },
    { timeoutMs: 60_000 },
  );
}

function rightTo({ actor }: ServiceContext, section: SectionFacts, row: Suggestion, decision: SuggestionDecision): Decision {
  if (decision === 'withdrawn') return canWithdrawSuggestion(actor, section, row.authorId);
  const right = canDecideSuggestion(actor, section);
  return decision === 'accepted' && right.allowed && bringsFigure(row.change as unknown as Change) ? canPlaceFigure(actor, section) : right;
}

const FIGURES: ReadonlySet<string> = new Set(['figureNumber', 'figureTable', 'figureChart']);

/** Whether accepting it puts a figure into the text or binds one to another run, which is a right of its own. */
function bringsFigure(change: Change): boolean {
  if (change.kind === 'node') return FIGURES.has(change.after.type);
  const put: readonly ProseNode[] = 'inserted' in change ? change.inserted : change.kind === 'insert' ? change.nodes : [];
  return put.some((node) => [...walkProse(node)].some(({ type }) => FIGURES.has(type)));
}
