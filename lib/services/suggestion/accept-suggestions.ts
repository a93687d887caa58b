import type { ServiceContext } from '../context/service-context';
import type { SuggestionChoice } from './choose-suggestions';
import { decideSuggestions } from './decide-suggestions';
import type { SuggestionAnswer } from './suggestion-answer';

/** Takes suggestions into the text, in their authors' names; see decideSuggestions. */
export function acceptSuggestions(ctx: ServiceContext, letterId: string, choice: SuggestionChoice): Promise<SuggestionAnswer> {
  return decideSuggestions(ctx, { letterId, choice, decision: 'accepted' });
}
