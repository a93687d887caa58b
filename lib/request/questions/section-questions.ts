import type { FileProblem } from '@/lib/core/file-problem';
import { takeMarks } from '../read/inline-marks';
import { readWarning } from '../read/read-problem';
import type { QuestionPart, RequestParagraph, RequestQuestion } from '../request-document';
import { type ItemList, itemTree, type ListItem, type Passage, passagesOf } from './item-tree';
import { asks, hasQuestion, isOutsideRequest, isRequestHeading, requestsComment } from './request-words';
import { splitParts } from './split-parts';
import { splitRunIn } from './split-run-in';
import { splitSentences } from './split-sentences';

/** A question before it has a key and a label, which depend on the whole document. */
export type QuestionDraft = Omit<RequestQuestion, 'key' | 'label'>;

export interface SectionReading {
  readonly paragraphs: readonly RequestParagraph[];
  readonly questions: readonly QuestionDraft[];
  readonly warnings: readonly FileProblem[];
}

/** Tells the questions of a section from its other text. Footnote marks are still in the passages' text. */
export function sectionQuestions(heading: string, passages: readonly Passage[]): SectionReading {
  if (isOutsideRequest(heading)) return { paragraphs: passages.map(paragraphOf), questions: [], warnings: [] };
  const asked = isRequestHeading(heading);
  const paragraphs: RequestParagraph[] = [];
  const questions: QuestionDraft[] = [];
  const warnings: FileProblem[] = [];
  let lead: Passage | null = null;
  let openQuestion = false;

  for (const entry of itemTree(joinBareLabels(passages.flatMap(splitRunIn)))) {
    if (entry.kind === 'list') {
      const last = questions.at(-1);
      if (openQuestion && last && entry.items[0] && isLettered(entry.items[0])) {
        questions[questions.length - 1] = withParts(last, entry.items);
      } else if (isQuestionList(entry, lead, asked)) {
        questions.push(...entry.items.map(questionOf));
        warnings.push(...gapsIn(entry.items));
      } else {
        if (entry.items.some(({ passage }) => hasQuestion(passage.text))) warnings.push(readAsFacts(heading, entry.items[0]));
        paragraphs.push(...passagesOf(entry.items).map(paragraphOf));
      }
      openQuestion = false;
      lead = null;
      continue;
    }
    const { passage } = entry;
    const text = passage.text.replace(/^•\s*/, '');
    const inRequest = asked || requestsComment(text) || (lead !== null && requestsComment(lead.text) && /:$/.test(lead.text.trim()));
    const found = inRequest && hasQuestion(text) ? splitSentences(text) : null;
    const enumerated = found === null && requestsComment(text) ? splitParts(text) : null;
    openQuestion = false;
    if (found) {
      if (found.lead !== '') paragraphs.push(paragraphOf({ ...passage, text: found.lead }));
      questions.push(...found.questions.map((question) => unnumbered(question, passage)));
      openQuestion = true;
    } else if (enumerated && enumerated.parts.length > 0) {
      questions.push(unnumbered(text, passage));
    } else {
      paragraphs.push(paragraphOf(passage));
    }
    if (!/^•/.test(passage.text)) lead = passage;
  }
  return { paragraphs, questions, warnings };
}

/** "Question 4" alone in a paragraph labels the paragraph that follows. */
function joinBareLabels(passages: readonly Passage[]): Passage[] {
  const joined: Passage[] = [];
  for (const passage of passages) {
    const before = joined.at(-1);
    if (before && /^(?:Question|Q)\.?\s*(?:No\.?\s*)?[\w.]{1,8}[.:]?$/i.test(before.text)) {
      joined[joined.length - 1] = { place: before.place, text: `${before.text.replace(/[.:]?$/, ':')} ${passage.text}` };
    } else joined.push(passage);
  }
  return joined;
}

function isQuestionList(list: ItemList, lead: Passage | null, askedByHeading: boolean): boolean {
  if (list.items.some(({ named }) => named)) return true;
  const asking = list.items.filter((item) => [item.text, ...passagesOf([item]).map(({ text }) => text)].some(asks)).length;
  if (asking * 2 >= list.items.length) return true;
  return lead ? requestsComment(lead.text) : askedByHeading;
}

function isLettered(item: ListItem): boolean {
  return /^[a-z]+$/.test(item.printed);
}

function questionOf(item: ListItem): QuestionDraft {
  const whole = [item.text, ...item.more.map(({ text }) => text)].join(' ');
  const base = { number: item.printed, place: item.passage.place };
  if (item.parts.length > 0) return withParts(draft(whole, base, []), item.parts);
  const { text, parts } = splitParts(whole);
  return draft(text, base, parts);
}

function unnumbered(text: string, passage: Passage): QuestionDraft {
  const split = splitParts(text);
  return draft(split.text, { number: null, place: passage.place }, split.parts);
}

function draft(text: string, base: Pick<QuestionDraft, 'number' | 'place'>, parts: readonly QuestionPart[]): QuestionDraft {
  const own = takeMarks(text);
  const taken = parts.map((part) => ({ label: part.label, ...takeMarks(part.text) }));
  return {
    ...base,
    text: own.text,
    parts: taken.map(({ label, text: partText }) => ({ label, text: partText })),
    footnoteMarks: [...new Set([...own.marks, ...taken.flatMap(({ marks }) => marks)])],
  };
}

function withParts(question: QuestionDraft, items: readonly ListItem[]): QuestionDraft {
  const taken = items.map((item) => ({ label: item.printed, ...takeMarks(flatText(item)) }));
  return {
    ...question,
    parts: [...question.parts, ...taken.map(({ label, text }) => ({ label, text }))],
    footnoteMarks: [...new Set([...question.footnoteMarks, ...taken.flatMap(({ marks }) => marks)])],
  };
}

/** A part with its own sub-parts in one text, their labels as printed. */
function flatText(item: ListItem): string {
  return [item.text, ...item.parts.map((part) => part.passage.text), ...item.more.map(({ text }) => text)].join(' ');
}

function paragraphOf(passage: Passage): RequestParagraph {
  const { text, marks } = takeMarks(passage.text);
  return { text, footnoteMarks: marks };
}

function gapsIn(items: readonly ListItem[]): FileProblem[] {
  return items.flatMap((item, index) => {
    const before = items[index - 1];
    if (!before || item.value === before.value + 1) return [];
    return [
      readWarning('number-missing', `Between the questions ${before.printed} and ${item.printed} a number is missing. Check the release.`, {
        line: item.passage.place.line,
      }),
    ];
  });
}

function readAsFacts(heading: string, first: ListItem | undefined): FileProblem {
  return readWarning(
    'list-read-as-text',
    `A numbered list under “${heading}” was read as text, though one of its items asks. Check it in the outline.`,
    {
      line: first?.passage.place.line ?? null,
      value: first ? takeMarks(first.passage.text).text : null,
    },
  );
}
