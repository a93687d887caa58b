import { contentForAgency } from '@/lib/letter/agencies/content-for-agency';
import type { LetterContent } from '@/lib/letter/letter-content';
import { holdAsLater } from '@/lib/letter/protection/hold-as-later';
import { redactContent } from '@/lib/letter/protection/redact-content';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { trackLetter } from '@/lib/letter/tracked/track-letter';
import { type SuggestedContent, trackSuggestions } from '@/lib/letter/tracked/track-suggestions';
import { relatedAction } from '@/lib/request/actions/related-actions';
import { writeLetter } from '@/lib/word/write/write-letter';
import type { LetterToRender } from './letter-to-render';
import type { LeftOutSuggestion, WrittenBuild } from './written-build';

/** The Word file of a letter and what of its work is not in it. Runs in a thread of its own on a server, and directly on a command line. */
export async function writeBuild(letter: LetterToRender): Promise<WrittenBuild> {
  return { bytes: await renderLetter(letter), leftOut: leftOutOf(letter) };
}

/**
 * The Word file of a letter, in the steps of its build: addressed to its agency, without what is privileged, redacted, with its changes tracked,
 * and only then written. What must not leave is gone before anything is written.
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
export function contentOfBuild(letter: LetterToRender): LetterContent {
  const { request, content, before } = letter;
  const { build, agency, privileged } = request;
  const addressed = (one: LetterContent) => (agency === null ? one : contentForAgency(one, agency));
  if (build === 'review') {
    const suggested = suggestedContent(letter);
    // again, for what suggestions put in
    return privileged ? suggested : withoutPrivileged(suggested);
  }
  const filed = withoutPrivileged(addressed(content));
  if (build === 'public') return redactContent(filed).content;
  if (build === 'redline' && before) {
    return trackLetter(withoutPrivileged(holdAsLater(addressed(before.content), content)), filed, before.tracker);
  }
  return filed;
}

/** The text of a review with its suggestions drawn in: what is privileged is out before, so that no suggestion takes the privilege from words. */
function suggestedContent({ request: { agency, privileged }, content, suggestions }: LetterToRender): SuggestedContent {
  const addressed = agency === null ? content : contentForAgency(content, agency);
  return trackSuggestions(privileged ? addressed : withoutPrivileged(addressed), suggestions);
}

function leftOutOf(letter: LetterToRender): readonly LeftOutSuggestion[] {
  if (letter.request.build !== 'review') return [];
  const ids = new Map(letter.suggestions.map((suggestion) => [suggestion as unknown, suggestion.id]));
  return suggestedContent(letter).unfit.map(({ suggestion, reason }) => {
    const { sectionId, author } = suggestion;
    const title = letter.content.sections.find(({ id }) => id === sectionId)?.title ?? '';
    return { suggestionId: ids.get(suggestion) ?? '', sectionId, sectionTitle: title, author, reason };
  });
}
