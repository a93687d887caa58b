import type { FileProblem } from '@/lib/core/file-problem';
import { labelQuestions } from '../questions/label-questions';
import { sectionQuestions } from '../questions/section-questions';
import { takeMarks } from '../read/inline-marks';
import type { RawBlock } from '../read/raw-document';
import type { RequestSection } from '../request-document';
import { headingLevels } from './heading-levels';
import { sectionKeys } from './section-keys';

export interface Outline {
  readonly sections: readonly RequestSection[];
  readonly warnings: readonly FileProblem[];
}

const NAMED_QUESTION = /^(?:Question\s*(?:No\.?\s*)?[\dIVX][\w.]*|Q\.?\s?\d{1,3})(?:[.:—–)]|$)/i;
const FRONT_HEADING = 'Supplementary information';

/** The sections of a document with their questions. Text before the first heading is a section of its own. */
export function buildSections(blocks: readonly RawBlock[]): Outline {
  const isHeading = (block: RawBlock) => block.kind === 'heading' && !NAMED_QUESTION.test(block.text);
  const headings = blocks.filter(isHeading);
  const levels = headingLevels(headings);
  const found = headings.map((block, index) => ({ heading: takeMarks(block.text).text, level: levels[index] ?? 1 }));
  const first = blocks.findIndex(isHeading);
  const front = blocks.slice(0, first === -1 ? blocks.length : first);
  const heads = front.length > 0 ? [{ heading: FRONT_HEADING, level: 1 }, ...found] : found;
  const keys = sectionKeys(heads);
  const bodies: RawBlock[][] = front.length > 0 ? [[]] : [];
  for (const block of blocks) {
    if (isHeading(block)) bodies.push([]);
    else bodies.at(-1)?.push(block);
  }
  const warnings: FileProblem[] = [];
  const sections = heads.map(({ heading, level }, index) => {
    const reading = sectionQuestions(heading, bodies[index] ?? []);
    warnings.push(...reading.warnings);
    return { key: keys[index] ?? String(index), heading, level, paragraphs: reading.paragraphs, questions: reading.questions };
  });
  return { sections: labelQuestions(sections), warnings };
}
