import { contentForAgency } from '@/lib/letter/agencies/content-for-agency';
import type { LetterContent } from '@/lib/letter/letter-content';
import { redactContent } from '@/lib/letter/protection/redact-content';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { trackLetter } from '@/lib/letter/tracked/track-letter';
import { trackSuggestions } from '@/lib/letter/tracked/track-suggestions';
import { relatedAction } from '@/lib/request/actions/related-actions';
import { writeLetter } from '@/lib/word/write/write-letter';
import type { LetterToRender } from './letter-to-render';

/**
 * The Word file of a letter, in the steps of its build: addressed to its agency, without what is privileged, redacted, with its changes tracked,
 * and only then written. What must not leave is gone before anything is written. Runs in a thread of its own on a server, and directly on a
 * command line.
 */
export function renderLetter(letter: LetterToRender): Promise<Uint8Array> {
  const { request, versionHash, threads, marking, template } = letter;
  return writeLetter(contentOfBuild(letter), {
    kind: request.build,
    citeAction: (key) => relatedAction(key)?.citation ?? null,
    versionHash,
    ...(request.build === 'review' ? { threads } : {}),
    ...(request.build === 'confidential' ? { marking } : {}),
    ...(template ? { template } : {}),
  });
}

/** What the file is written from. */
export function contentOfBuild({ request, content, before, suggestions }: LetterToRender): LetterContent {
  const { build, agency, privileged } = request;
  const addressed = (one: LetterContent) => (agency === null ? one : contentForAgency(one, agency));
  if (build === 'review') {
    // taken out before, so that no suggestion takes the privilege from words, and after, for what suggestions put in
    if (privileged) return trackSuggestions(addressed(content), suggestions);
    return withoutPrivileged(trackSuggestions(withoutPrivileged(addressed(content)), suggestions));
  }
  const filed = withoutPrivileged(addressed(content));
  if (build === 'public') return redactContent(filed).content;
  if (build === 'redline' && before) return trackLetter(withoutPrivileged(addressed(before.content)), filed, before.tracker);
  return filed;
}
