import type { Coverage, LetterContent, LetterSection } from '../letter-content';
import { sameValue } from './canonical-body';
import type { Change } from './change';
import { compareBodies } from './compare-bodies';
import { compareFigures, type FigureDifference } from './compare-figures';
import { compareFurniture, type FurnitureDifference } from './compare-furniture';
import { longestRising } from './longest-rising';

export type { FigureDifference, FigureReading } from './compare-figures';
export type { FurnitureDifference } from './compare-furniture';

/** What differs between two versions of a letter. Sections in the order of the later one, those that are gone where they stood. */
export interface LetterComparison {
  readonly sections: readonly SectionComparison[];
  /** title, date, addressees and so on, as text before and after */
  readonly furniture: readonly FurnitureDifference[];
  /** every placed figure that shows another value, run or publication */
  readonly figures: readonly FigureDifference[];
}

export interface SectionComparison {
  readonly sectionId: string;
  readonly status: 'added' | 'removed' | 'changed' | 'same';
  /** the heading as it is now, or was where it is gone */
  readonly title: string;
  /** the heading before, where it was another */
  readonly renamedFrom: string | null;
  /** places in the letter, from 1, where it was taken elsewhere among the sections that both have */
  readonly moved: { readonly from: number; readonly to: number } | null;
  readonly coverage: { readonly before: Coverage; readonly after: Coverage } | null;
  readonly changes: readonly Change[];
}

/** Compares two versions of a letter: sections by their ids, then each section's text. */
export function compareLetters(before: LetterContent, after: LetterContent): LetterComparison {
  const old = new Map(before.sections.map((section, index) => [section.id, { section, index }]));
  const common = after.sections.flatMap(({ id }) => old.get(id) ?? []);
  const stayed = new Set(longestRising(common.map(({ index }) => index)).map((index) => common[index]?.section.id));
  const sections = after.sections.map((section, index) => {
    const was = old.get(section.id);
    if (!was) return whole(section, 'added');
    const moved = stayed.has(section.id) ? null : { from: was.index + 1, to: index + 1 };
    return compareSection(was.section, section, moved);
  });
  return {
    sections: withRemoved(sections, before, after),
    furniture: compareFurniture(before, after),
    figures: compareFigures(before, after),
  };
}

function compareSection(was: LetterSection, is: LetterSection, moved: SectionComparison['moved']): SectionComparison {
  const changes = sameValue(was.body, is.body) ? [] : compareBodies(was.body, is.body);
  const renamedFrom = was.title === is.title ? null : was.title;
  const coverage = was.coverage === is.coverage ? null : { before: was.coverage, after: is.coverage };
  const status = changes.length > 0 || renamedFrom !== null || coverage || moved ? 'changed' : 'same';
  return { sectionId: is.id, status, title: is.title, renamedFrom, moved, coverage, changes };
}

function whole({ id, title }: LetterSection, status: 'added' | 'removed'): SectionComparison {
  return { sectionId: id, status, title, renamedFrom: null, moved: null, coverage: null, changes: [] };
}

/** The sections that are gone, each behind the one that stood before it. */
function withRemoved(sections: readonly SectionComparison[], before: LetterContent, after: LetterContent): SectionComparison[] {
  const kept = new Set(after.sections.map(({ id }) => id));
  const out = [...sections];
  let last = -1;
  for (const section of before.sections) {
    if (!kept.has(section.id)) {
      last += 1;
      out.splice(last, 0, whole(section, 'removed'));
    } else last = out.findIndex(({ sectionId }) => sectionId === section.id);
  }
  return out;
}
