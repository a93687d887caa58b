import { sameValue } from '../compare/canonical-body';
import { longestRising } from '../compare/longest-rising';
import type { LetterContent, LetterSection } from '../letter-content';
import { isOpening } from '../numbering/number-letter';
import { asBefore } from './as-before';
import { former } from './former-names';
import { trackBodies } from './track-bodies';
import type { TrackedEnd, Tracker } from './tracked';
import type { TrackedContent, TrackedSection } from './tracked-content';

/**
 * Two versions of a letter in one, everything marked that makes the one the other. Both are as they may leave: what must not is taken out of both
 * before. A section moved goes and comes as a whole; a figure that shows another value under the same binding goes and comes.
 */
export function trackLetter(before: LetterContent, after: LetterContent, tracker: Tracker): TrackedContent {
  const old = asBefore(before, after);
  const places = new Map(after.sections.map(({ id }, index) => [id, index]));
  const common = before.sections.flatMap((section, index) => {
    const place = places.get(section.id);
    const now = place === undefined ? undefined : after.sections[place];
    return place !== undefined && now && isSameKind(section, now) ? [{ index, place }] : [];
  });
  const stayed = longestRising(common.map(({ place }) => place)).map((index) => common[index] as (typeof common)[number]);
  const whole = (section: LetterSection, kind: TrackedEnd['kind']): TrackedSection => {
    const isTwin = kind === 'deleted' && places.has(section.id);
    return { ...section, ...(isTwin ? { id: '', body: former(section.body) } : {}), tracked: { kind, ...tracker } };
  };
  const sections: TrackedSection[] = [];
  let [from, start] = [0, 0];
  for (const { index, place } of [...stayed, { index: before.sections.length, place: after.sections.length }]) {
    sections.push(...old.sections.slice(from, index).map((section) => whole(section, 'deleted')));
    sections.push(...after.sections.slice(start, place).map((section) => whole(section, 'inserted')));
    const [was, is] = [old.sections[index], after.sections[place]];
    if (was && is) sections.push(trackSection(was, is, tracker));
    [from, start] = [index + 1, place + 1];
  }
  const { figures, sources } = old;
  return {
    ...after,
    sections,
    figures: { ...figures, ...after.figures },
    ...(sources || after.sources ? { sources: { ...sources, ...after.sources } } : {}),
    tracker,
    before: old,
    after,
  };
}

/** Whether a section is printed in the same way: as the opening, an annex or one of the others. */
function isSameKind(was: LetterSection, is: LetterSection): boolean {
  return isOpening(was) === isOpening(is) && (was.kind === 'annex') === (is.kind === 'annex');
}

function trackSection(was: LetterSection, is: LetterSection, tracker: Tracker): TrackedSection {
  return {
    ...is,
    body: trackBodies(was.body, is.body, tracker),
    ...(was.title === is.title ? {} : { titleBefore: was.title }),
    ...(sameValue(was.question, is.question) ? {} : { questionBefore: was.question }),
  };
}
