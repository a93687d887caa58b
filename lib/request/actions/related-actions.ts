import { MARGINING_ACTIONS } from './margining-actions';
import type { RelatedAction } from './related-action';
import { TREASURY_CLEARING_ACTIONS } from './treasury-clearing-actions';

/** The timeline, oldest first. */
export const RELATED_ACTIONS: readonly RelatedAction[] = [...MARGINING_ACTIONS, ...TREASURY_CLEARING_ACTIONS].sort((a, b) =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.key < b.key ? -1 : 1,
);

/** The action that a citation in a letter names; null for a key that this version does not know. */
export function relatedAction(key: string): RelatedAction | null {
  return RELATED_ACTIONS.find((action) => action.key === key) ?? null;
}
