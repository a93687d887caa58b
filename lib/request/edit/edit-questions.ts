import { failure, success } from '@/lib/core/result';
import type { SourcePlace } from '../request-document';
import { type DraftQuestion, type DraftSection, type EditResult, findQuestion, findSection, spliced } from './draft-outline';
import type { SectionEdit } from './edit-sections';
import { editedNumber, editedParts, editedText } from './edit-text';
import type { OutlineEdit } from './outline-edit';

export type QuestionEdit = Exclude<OutlineEdit, SectionEdit>;

const NOWHERE: SourcePlace = { line: null, page: null };

/** The sections after a correction of a question, keys still as before. */
export function editQuestions(sections: readonly DraftSection[], edit: QuestionEdit): EditResult<DraftSection[]> {
  if (edit.kind === 'add-question') return addQuestion(sections, edit);
  if (edit.kind === 'take-paragraph') return takeParagraph(sections, edit);
  const found = findQuestion(sections, edit.question);
  if (!found.ok) return found;
  const section = sections[found.value.section];
  const question = section?.questions[found.value.question];
  if (!section || !question) return failure('There is no such question.');
  const at = found.value.question;
  const replaced = (questions: readonly DraftQuestion[], paragraphs = section.paragraphs) =>
    success(spliced(sections, found.value.section, 1, { ...section, questions, paragraphs }));

  switch (edit.kind) {
    case 'edit-question': {
      const written = writtenQuestion(edit);
      return written.ok ? replaced(spliced(section.questions, at, 1, { ...question, ...written.value })) : written;
    }
    case 'split-question': {
      const [head, tail] = [question.text.slice(0, edit.at).trim(), question.text.slice(edit.at).trim()];
      if (head === '' || tail === '') return failure('Choose a place inside the text: both questions need words.');
      const number = editedNumber(edit.number);
      if (!number.ok) return number;
      return replaced(
        spliced(section.questions, at, 1, { ...question, text: head, parts: [] }, { ...question, text: tail, number: number.value }),
      );
    }
    case 'merge-question': {
      const before = section.questions[at - 1];
      if (!before) return failure('There is no question before this one in its section to join.');
      const joined = {
        ...before,
        text: `${before.text} ${question.text}`,
        parts: [...before.parts, ...question.parts],
        footnoteMarks: [...new Set([...before.footnoteMarks, ...question.footnoteMarks])],
      };
      return replaced(spliced(section.questions, at - 1, 2, joined));
    }
    case 'move-question': {
      const removed = spliced(sections, found.value.section, 1, { ...section, questions: spliced(section.questions, at, 1) });
      const target = findSection(removed, edit.section);
      if (!target.ok) return target;
      const goal = removed[target.value];
      if (!goal) return failure('There is no such section.');
      const index = Math.max(0, Math.min(goal.questions.length, Math.trunc(edit.index)));
      return success(spliced(removed, target.value, 1, { ...goal, questions: spliced(goal.questions, index, 0, question) }));
    }
    case 'release-question': {
      const words = [
        question.number ? `${question.number}. ${question.text}` : question.text,
        ...question.parts.map(({ label, text }) => `${label}. ${text}`),
      ];
      const text = words.join(' ');
      return replaced(spliced(section.questions, at, 1), [...section.paragraphs, { text, footnoteMarks: question.footnoteMarks }]);
    }
    case 'delete-question':
      return replaced(spliced(section.questions, at, 1));
  }
}

function writtenQuestion(
  edit: Pick<DraftQuestion, 'number' | 'text' | 'parts'>,
): EditResult<Pick<DraftQuestion, 'number' | 'text' | 'parts'>> {
  const number = editedNumber(edit.number);
  if (!number.ok) return number;
  const text = editedText(edit.text);
  if (!text.ok) return text;
  const parts = editedParts(edit.parts);
  return parts.ok ? success({ number: number.value, text: text.value, parts: parts.value }) : parts;
}

function addQuestion(sections: readonly DraftSection[], edit: Extract<QuestionEdit, { kind: 'add-question' }>): EditResult<DraftSection[]> {
  const found = findSection(sections, edit.section);
  if (!found.ok) return found;
  const section = sections[found.value];
  const written = writtenQuestion(edit);
  if (!written.ok) return written;
  if (!section) return failure('There is no such section.');
  const question = { ...written.value, footnoteMarks: [], place: NOWHERE };
  return success(spliced(sections, found.value, 1, { ...section, questions: [...section.questions, question] }));
}

function takeParagraph(
  sections: readonly DraftSection[],
  edit: Extract<QuestionEdit, { kind: 'take-paragraph' }>,
): EditResult<DraftSection[]> {
  const found = findSection(sections, edit.section);
  if (!found.ok) return found;
  const section = sections[found.value];
  const paragraph = section?.paragraphs[edit.paragraph];
  if (!section || !paragraph) return failure('There is no such paragraph in this section.');
  const number = editedNumber(edit.number);
  if (!number.ok) return number;
  const question = { number: number.value, text: paragraph.text, parts: [], footnoteMarks: paragraph.footnoteMarks, place: NOWHERE };
  return success(
    spliced(sections, found.value, 1, {
      ...section,
      paragraphs: spliced(section.paragraphs, edit.paragraph, 1),
      questions: [...section.questions, question],
    }),
  );
}
