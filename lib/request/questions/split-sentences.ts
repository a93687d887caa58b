import { hasQuestion, isFollowUp } from './request-words';

export interface SentenceQuestions {
  /** What stands before the first question. */
  readonly lead: string;
  readonly questions: readonly string[];
}

/** Words before whose full stop no sentence ends. */
const ABBREVIATION =
  /(?:\b(?:[A-Z]|U\.S|No|Nos|Inc|Corp|Co|Ltd|Sec|Secs|Fed|Reg|Art|cf|e\.g|i\.e|etc|vs|v|Mr|Ms|Mrs|Dr|pt|para|seq|al|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)|[^\s\w]\d+)\.$/;

/**
 * The unnumbered questions of a paragraph: each sentence that asks begins one, and sentences that go on with it ("If so,
 * how?", "Please explain.") or that follow it as statements stay with it.
 */
export function splitSentences(text: string): SentenceQuestions {
  const lead: string[] = [];
  const questions: string[][] = [];
  for (const sentence of sentencesOf(text)) {
    const open = questions.at(-1);
    if (open && (!hasQuestion(sentence) || isFollowUp(sentence))) open.push(sentence);
    else if (hasQuestion(sentence)) questions.push([sentence]);
    else lead.push(sentence);
  }
  return { lead: lead.join(' '), questions: questions.map((sentences) => sentences.join(' ')) };
}

/** Sentences of a paragraph; abbreviations do not end one. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.?!]["”’)\]]*(?:\uE000[^\uE001]*\uE001)*\s+(?=["“‘([]?[A-Z0-9])/g)) {
    const end = match.index + match[0].length;
    if (ABBREVIATION.test(text.slice(Math.max(from, match.index - 12), match.index + 1))) continue;
    sentences.push(text.slice(from, end).trim());
    from = end;
  }
  const rest = text.slice(from).trim();
  return rest === '' ? sentences : [...sentences, rest];
}
