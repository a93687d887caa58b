interface CoverageBarProps {
  answered: number;
  questions: number;
}

/** How many of a letter's questions have an answer, as words and a bar. */
export function CoverageBar({ answered, questions }: CoverageBarProps) {
  if (questions === 0) return <span className="text-muted">No numbered questions</span>;
  const words = `${answered} of ${questions} questions covered`;
  return (
    <span className="inline-flex items-center gap-2">
      <svg viewBox="0 0 64 6" className="h-1.5 w-16 shrink-0" role="img" aria-label={words}>
        <rect width="64" height="6" rx="3" className="fill-line" />
        {answered > 0 ? <rect width={(64 * answered) / questions} height="6" rx="3" className="fill-green" /> : null}
      </svg>
      <span className="figures text-muted text-sm">
        {answered}/{questions}
      </span>
    </span>
  );
}
