import type { Coverage, LetterContent } from '../letter-content';
import type { Change } from './change';

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
  /** places in the letter, from 1, where it stands elsewhere among the sections that both have */
  readonly moved: { readonly from: number; readonly to: number } | null;
  readonly coverage: { readonly before: Coverage; readonly after: Coverage } | null;
  readonly changes: readonly Change[];
}

export interface FurnitureDifference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface FigureDifference {
  readonly sectionId: string;
  readonly nodeId: string;
  readonly name: string;
  readonly before: FigureReading;
  readonly after: FigureReading;
  /** "5.30% → 5.41%, run 12 → 15" */
  readonly words: string;
}

export interface FigureReading {
  readonly figureId: string;
  readonly runNumber: number | null;
  /** as printed; null for tables and charts */
  readonly text: string | null;
}

/** Compares two versions of a letter: sections by their ids, then each section's text. */
export function compareLetters(_before: LetterContent, _after: LetterContent): LetterComparison {
  return { sections: [], furniture: [], figures: [] };
}
