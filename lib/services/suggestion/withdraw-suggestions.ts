import type { ServiceContext } from '../context/service-context';
import type { SuggestionChoice } from './choose-suggestions';
import { decideSuggestions } from './decide-suggestions';
import type { SuggestionAnswer } from './suggestion-answer';

/** Takes suggestions back: one's own, or anybody's for those who decide; see decideSuggestions. */
export function withdrawSuggestions(ctx: ServiceContext, letterId: string, choice: SuggestionChoice): Promise<SuggestionAnswer> {
  return decideSuggestions(ctx, { letterId, choice, decision: 'withdrawn' });
}
