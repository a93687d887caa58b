/** Why a template is not taken. */
export type TemplateProblemCode =
  | 'not-a-word-file'
  | 'too-large'
  | 'macros'
  | 'embedded'
  | 'from-elsewhere'
  | 'unreadable'
  | 'no-styles'
  | 'page'
  | 'field'
  | 'picture'
  | 'content';

export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  /** The part of the file that it is about; null for the file as a whole. */
  readonly part: string | null;
  /** What is wrong and what to do, as a sentence. */
  readonly message: string;
}

/** Thrown while a template is read; `readTemplate` catches it. */
export class TemplateRefused extends Error {
  constructor(readonly problems: readonly TemplateProblem[]) {
    super('template refused');
  }
}

export function problem(code: TemplateProblemCode, part: string | null, message: string): TemplateProblem {
  return { code, part, message };
}
