import { headingNumber } from '../outline/heading-number';
import type { RequestQuestion, RequestSection } from '../request-document';

type Unlabelled = Omit<RequestSection, 'questions'> & { readonly questions: readonly Omit<RequestQuestion, 'key' | 'label'>[] };

/**
 * Gives every question its key and the name by which a letter calls it. Where a number stands for one question of the
 * document the name is "Question 4"; where numbering starts again it names the section too: "Question 1 (II.B)".
 */
export function labelQuestions(sections: readonly Unlabelled[]): RequestSection[] {
  const counts = new Map<string, number>();
  for (const { number } of sections.flatMap(({ questions }) => questions)) {
    if (number !== null) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const labels = new Map<string, number>();
  return sections.map((section) => {
    const keys = new Map<string, number>();
    let unnumbered = 0;
    const questions = section.questions.map((question) => {
      if (question.number === null) unnumbered += 1;
      const own = question.number ?? `n${unnumbered}`;
      const repeated = (counts.get(question.number ?? '') ?? 0) > 1;
      const name =
        question.number === null
          ? `Unnumbered question ${unnumbered} (${sectionName(section)})`
          : repeated
            ? `Question ${question.number} (${sectionName(section)})`
            : `Question ${question.number}`;
      return { ...question, key: `${section.key}/${numbered(own, keys, '-')}`, label: numbered(name, labels, ', list ') };
    });
    return { ...section, questions };
  });
}

function numbered(text: string, used: Map<string, number>, separator: string): string {
  const times = (used.get(text) ?? 0) + 1;
  used.set(text, times);
  return times === 1 ? text : `${text}${separator}${times}`;
}

/** "II.B" where the headings are numbered, else the heading's words. */
function sectionName(section: Pick<RequestSection, 'key' | 'heading'>): string {
  return headingNumber(section.heading) ? section.key : section.heading.replace(/[.:]$/, '').slice(0, 60);
}
