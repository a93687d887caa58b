import type { LetterFinding } from '../checks/letter-finding';
import type { LetterContent } from '../letter-content';
import { openElsewhere } from './open-elsewhere';
import { type Redaction, redactBody } from './redact-body';
import { withoutUnused } from './without-unused';

/** A letter of which the public may see everything that is in it. */
export interface RedactedContent {
  readonly content: LetterContent;
  /** what was replaced, in the order of the sections */
  readonly redactions: readonly (Redaction & { readonly sectionId: string })[];
  /** what is held back at one place and stands open at another */
  readonly findings: readonly LetterFinding[];
}

/**
 * The letter for the public: every stretch of words that is confidential (or privileged, where that was not taken out before) is "[Redacted]",
 * every block and note too; figures, sources, captions and addresses that stand nowhere else are not in the content any more. Headings,
 * notes, tables and charts keep the numbers that they have in the version that is not redacted. Titles and quoted questions stay.
 */
export function redactContent(content: LetterContent): RedactedContent {
  const redactions: RedactedContent['redactions'][number][] = [];
  const sections = content.sections.map((section) => ({
    ...section,
    body: redactBody(section.body, (redaction) => redactions.push({ ...redaction, sectionId: section.id })),
  }));
  return { content: withoutUnused({ ...content, sections }), redactions, findings: openElsewhere(content) };
}
