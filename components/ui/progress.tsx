interface ProgressProps {
  value: number;
  /** null while the amount of work is not known: the bar shows that something goes on, and no share. */
  max: number | null;
  label: string;
}

/** How far a piece of work is. Drawn as SVG: no inline style, so a strict content policy allows it. */
export function Progress({ value, max, label }: ProgressProps) {
  const known = max !== null && max > 0;
  const share = known ? Math.min(100, (value / max) * 100) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      {...(known ? { 'aria-valuemax': max, 'aria-valuenow': Math.min(value, max) } : {})}
    >
      <svg aria-hidden="true" width="100%" height="6" className="block overflow-hidden rounded-full">
        <rect width="100%" height="6" className="fill-selected" />
        {known ? (
          <rect width={`${share}%`} height="6" className="fill-accent-ink" />
        ) : (
          <rect width="100%" height="6" className="animate-pulse fill-accent-ink" opacity="0.4" />
        )}
      </svg>
    </div>
  );
}
