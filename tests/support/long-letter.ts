import type { LetterContent } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { fullLetter } from './full-letter';
import { doc, em, h, letter, li, note, ol, p, question, section, table, td, th, tr } from './letters';

const CLAUSES = [
  'the requirement is set for each position as if it stood alone',
  'hedges across the two statutes are not recognised',
  'the party that posts margin cannot use it elsewhere',
  'a portfolio that is balanced in risk is charged as if it were twice as large',
  'the model that a regulator approved for one product may not be used for the other',
  'collateral is held under two sets of rules for the protection of customers',
  'an end user with both products signs two sets of documents',
];

/** The same words for the same number, in lengths that vary as real paragraphs do. */
function paragraph(seed: number): string {
  const count = 2 + ((seed * 7) % 6);
  const clauses = Array.from({ length: count }, (_, index) => CLAUSES[(seed * 3 + index * 5) % CLAUSES.length] ?? '');
  return clauses.map((clause) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`).join(' ');
}

/** A letter of many pages with headings, footnotes, lists and tables, so that the pages of its contents can be compared with a real layout. */
export function longLetter(questions: number, seed: number): LetterContent {
  const full = fullLetter();
  const answers = Array.from({ length: questions }, (_, index) => {
    const own = seed + index * 11;
    const blocks: ProseNode[] = [];
    for (let part = 0; part < 2 + (own % 3); part++) {
      if (part > 0) blocks.push(h(1 + ((own + part) % 2), `Point ${part} of answer ${index + 1}`));
      blocks.push(p(paragraph(own + part), note(`Note ${own}. ${paragraph(own + 2)}`), ' ', em(paragraph(own + part + 1))));
      if ((own + part) % 4 === 0) blocks.push(ol(li(paragraph(own + 3)), li(paragraph(own + 4)), li(paragraph(own + 5))));
      if ((own + part) % 5 === 0) {
        blocks.push(
          table(
            tr(th('Aspect'), th('Today'), th('Proposed')),
            ...[1, 2, 3, 4].map((row) => tr(td(`Row ${row}`), td(paragraph(own + row)), td(`${row}`))),
          ),
        );
      }
      blocks.push(p(paragraph(own + part + 6)));
    }
    return section('question', `Answer to question ${index + 1}`, doc(...blocks), {
      question: question(`${index + 1}`, paragraph(own + 9)),
    });
  });
  const own = full.sections.map((part) => ({ ...part, id: '' }));
  return letter([...own.slice(0, 4), ...answers, ...own.slice(4)], Object.values(full.figures), full.furniture);
}
