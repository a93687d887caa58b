interface CoverageBarProps {
  done: number;
  total: number;
  /** What is counted, e.g. "questions answered". */
  label: string;
}

/** A thin bar with its count: how many of how many. */
export function CoverageBar({ done, total, label }: CoverageBarProps) {
  const share = total === 0 ? 0 : (done / total) * 100;
  return (
    <span className="flex items-center gap-2">
      <svg aria-hidden="true" width="72" height="6" className="shrink-0 overflow-hidden rounded-full">
        <rect width="72" height="6" className="fill-selected" />
        <rect width={`${share}%`} height="6" className={done === total && total > 0 ? 'fill-green' : 'fill-accent-ink'} />
      </svg>
      <span className="figures whitespace-nowrap text-muted text-sm">
        {done} of {total} {label}
      </span>
    </span>
  );
}
