import type { QuestionPart, RequestDocument } from './request-document';

/** A question as a letter quotes it. */
export interface QuotedQuestion {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly parts: readonly QuestionPart[];
}

/** Every question of the document in reading order, in the form in which a letter quotes it. */
export function questionsOf(document: RequestDocument): QuotedQuestion[] {
  return document.sections.flatMap((section) =>
    section.questions.map(({ key, label, text, parts }) => ({ key, label, text, parts: parts.map((part) => ({ ...part })) })),
  );
}
