import { contentForAgency } from '../agencies/content-for-agency';
import type { LetterContent } from '../letter-content';
import { bracketConfidential } from '../protection/bracket-confidential';
import { redactContent } from '../protection/redact-content';
import { withoutPrivileged } from '../protection/without-privileged';
import { plainTextOf } from '../schema/plain-text';
import { settleTracked } from '../tracked/settle-tracked';
import { plainTitle } from './match-sections';
import type { ReturnedDocument } from './returned-document';

/**
 * A version as the build said it that a file was written as: without what is privileged, redacted, with what is confidential in brackets, or
 * whole, and addressed to one agency or to both; whichever is most like the file. What a build left out is no edit of whoever returns it.
 */
export function contentAsSent(snapshot: LetterContent, returned: ReturnedDocument): LetterContent {
  const filed = withoutPrivileged(snapshot);
  const texts = [filed, snapshot, bracketConfidential(filed), redactContent(filed).content];
  const file = countTokens(returned.sections.map(({ body }) => plainTextOf(settleTracked(body, 'accept'))));
  const text = leastUnlike(texts, (content) => unlike(file, countTokens(content.sections.map(({ body }) => plainTextOf(body)))));
  const lines = new Set(returned.furniture.map(plainTitle));
  return leastUnlike([text, ...(['CFTC', 'SEC'] as const).map((agency) => contentForAgency(text, agency))], (content) =>
    missingLines(content, lines),
  );
}

/** The first of those of which the least can be said against. */
function leastUnlike(contents: readonly LetterContent[], unlikeness: (content: LetterContent) => number): LetterContent {
  const [first, ...others] = contents.map((content) => ({ content, by: unlikeness(content) }));
  if (!first) throw new RangeError('contentAsSent: nothing to choose from');
  return others.reduce((best, each) => (each.by < best.by ? each : best), first).content;
}

/** The addressees' and Re: lines that the file lacks, and those of the whole letter that it has and this content has not. */
function missingLines({ furniture }: LetterContent, file: ReadonlySet<string>): number {
  const own = [...furniture.addressees.flatMap(({ lines }) => lines), ...furniture.reLines].map(plainTitle);
  return own.filter((line) => !file.has(line)).length - own.filter((line) => file.has(line)).length;
}

function countTokens(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [token] of text.matchAll(/[\p{L}\p{N}]+|[[\]]/gu)) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

/** How many words one of them has more than the other. */
function unlike(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [token, count] of one) sum += Math.max(0, count - (other.get(token) ?? 0));
  for (const [token, count] of other) sum += Math.max(0, count - (one.get(token) ?? 0));
  return sum;
}
