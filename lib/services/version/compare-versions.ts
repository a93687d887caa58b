import { AppError } from '@/lib/core/errors';
import { compareLetters, type LetterComparison } from '@/lib/letter/compare/compare-letters';
import type { LetterContent } from '@/lib/letter/letter-content';
import { canReadVersions } from '@/lib/policies/version';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import { readLetterContent } from '../letter/read-letter-content';
import { readVersion } from './read-version';

/** A version by its number, or the letter as it stands. */
export type VersionChoice = number | 'now';

export interface ComparedVersions {
  readonly before: LetterContent;
  readonly after: LetterContent;
  readonly comparison: LetterComparison;
}

/**
 * Two versions of a letter, or one and the letter as it stands, and what differs. Throws NOT_FOUND for another firm's letter or no such version,
 * CHECK_FAILED where one of them is damaged.
 */
export async function compareVersions(
  ctx: ServiceContext,
  letterId: string,
  { from, to }: { readonly from: VersionChoice; readonly to: VersionChoice },
): Promise<ComparedVersions> {
  authorise(canReadVersions(ctx.actor));
  const { firmId } = ctx.actor;
  await findLetter(ctx.db, firmId, letterId);
  const contentOf = async (choice: VersionChoice) =>
    choice === 'now'
      ? ctx.db.$transaction((tx) => readLetterContent(tx, firmId, letterId), { isolationLevel: 'RepeatableRead' })
      : (await readVersion(ctx.db, firmId, letterId, choice)).content;
  const [before, after] = [await contentOf(from), await contentOf(to)];
  return { before, after, comparison: compareLetters(before, after) };
}

/** The version that a text names: "12" or "now". Throws INVALID_INPUT for any other. */
export function versionChoice(text: string): VersionChoice {
  if (text === 'now') return 'now';
  if (/^[1-9]\d{0,8}$/.test(text)) return Number.parseInt(text, 10);
  throw new AppError('INVALID_INPUT', `“${text}” is no version: give its number, or “now”.`);
}
