import type { RequestFootnote, RequestQuestion } from '@/lib/request/request-document';

interface QuestionCardProps {
  question: RequestQuestion;
  footnotes: readonly RequestFootnote[];
}

/** A question as the agencies put it, with its parts, its footnotes and where it stands in the source. */
export function QuestionCard({ question, footnotes }: QuestionCardProps) {
  const notes = footnotes.filter(({ mark }) => question.footnoteMarks.includes(mark));
  const place = [
    question.place.page ? `page ${question.place.page}` : null,
    question.place.line ? `line ${question.place.line} of the file` : null,
  ].filter(Boolean);
  return (
    <article id={`q-${question.key}`} aria-label={question.label} className="scroll-mt-4 rounded-md border border-line px-4 py-3">
      <header className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-semibold">{question.label}</h3>
        <p className="text-faint text-sm">{place.length > 0 ? place.join(', ') : 'added by hand'}</p>
      </header>
      <p className="max-w-prose font-serif text-lg">{question.text}</p>
      {question.parts.length > 0 ? (
        <ol className="mt-1.5 flex max-w-prose flex-col gap-1 font-serif text-lg">
          {question.parts.map((part) => (
            <li key={part.label} className="grid grid-cols-[2rem_1fr]">
              <span className="figures text-muted">({part.label})</span>
              <span>{part.text}</span>
            </li>
          ))}
        </ol>
      ) : null}
      {notes.length > 0 ? (
        <ul className="mt-2 border-line border-t pt-2 text-muted text-sm">
          {notes.map((note) => (
            <li key={note.mark}>
              <span className="figures">Footnote {note.mark}:</span> {note.text}
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  );
}
