import type { ParagraphChild } from 'docx';
import { inParagraph, XmlElement } from '../xml-element';

/** The numbers of a thread's comments in the file: Word wants each reply to have the range and a reference of its own. */
export type ThreadIds = readonly number[];

/** Where the comments of threads begin. */
export function rangeStarts(threads: readonly ThreadIds[]): readonly ParagraphChild[] {
  return threads.flat().map((id) => inParagraph(new XmlElement('w:commentRangeStart', { 'w:id': id })));
}

/** Where they end, with the references by which Word finds them: it drops a comment that nothing refers to. */
export function rangeEnds(threads: readonly ThreadIds[]): readonly ParagraphChild[] {
  return threads
    .flat()
    .flatMap((id) => [
      inParagraph(new XmlElement('w:commentRangeEnd', { 'w:id': id })),
      inParagraph(new XmlElement('w:r', {}, [new XmlElement('w:commentReference', { 'w:id': id })])),
    ]);
}

/** Runs within the comments about them. */
export function commented(threads: readonly ThreadIds[] | undefined, runs: readonly ParagraphChild[]): readonly ParagraphChild[] {
  return threads ? [...rangeStarts(threads), ...runs, ...rangeEnds(threads)] : runs;
}
