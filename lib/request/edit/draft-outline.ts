import { failure, type Result, success } from '@/lib/core/result';
import { sectionKeys } from '../outline/section-keys';
import { labelQuestions } from '../questions/label-questions';
import type { RequestQuestion, RequestSection } from '../request-document';

export type DraftQuestion = Omit<RequestQuestion, 'key' | 'label'> & { readonly key?: string };
export type DraftSection = Omit<RequestSection, 'questions'> & { readonly questions: readonly DraftQuestion[] };

/** A sentence that says why an edit is not possible. */
export type EditResult<T> = Result<T, string>;

/** The sections with new keys and labels, as their headings and numbers now ask. */
export function finishOutline(sections: readonly DraftSection[]): RequestSection[] {
  const keys = sectionKeys(sections);
  return labelQuestions(sections.map((section, index) => ({ ...section, key: keys[index] ?? section.key })));
}

export function findSection(sections: readonly DraftSection[], key: string): EditResult<number> {
  const index = sections.findIndex((section) => section.key === key);
  return index === -1 ? failure(`There is no section ${key} in this outline.`) : success(index);
}

export function findQuestion(sections: readonly DraftSection[], key: string): EditResult<{ section: number; question: number }> {
  for (const [section, { questions }] of sections.entries()) {
    const question = questions.findIndex((candidate) => candidate.key === key);
    if (question !== -1) return success({ section, question });
  }
  return failure(`There is no question ${key} in this outline.`);
}

/** The list with `removed` members from `index` on replaced by others. */
export function spliced<T>(list: readonly T[], index: number, removed: number, ...added: readonly T[]): T[] {
  return [...list.slice(0, index), ...added, ...list.slice(index + removed)];
}
