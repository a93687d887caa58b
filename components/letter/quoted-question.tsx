import type { QuotedQuestion as Question } from '@/lib/letter/letter-content';

/** The question as the agencies put it, quoted above its answer; it cannot be edited here. */
export function QuotedQuestion({ question }: { question: Question }) {
  return (
    <blockquote className="mb-4 border-line-strong border-l-2 pl-4 text-muted italic">
      <p>{question.text}</p>
      {question.parts.length > 0 ? (
        <ol className="mt-1">
          {question.parts.map((part) => (
            <li key={part.label} className="flex gap-2">
              <span className="shrink-0">{part.label}.</span>
              <span>{part.text}</span>
            </li>
          ))}
        </ol>
      ) : null}
    </blockquote>
  );
}
