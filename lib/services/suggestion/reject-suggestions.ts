import type { ServiceContext } from '../context/service-context';
import type { SuggestionChoice } from './choose-suggestions';
import { decideSuggestions } from './decide-suggestions';
import type { SuggestionAnswer } from './suggestion-answer';

/** Turns suggestions down, with the reason for their authors where one is given; see decideSuggestions. */
export function rejectSuggestions(ctx: ServiceContext, letterId: string, choice: SuggestionChoice, reason = ''): Promise<SuggestionAnswer> {
  return decideSuggestions(ctx, { letterId, choice, decision: 'rejected', reason });
}
