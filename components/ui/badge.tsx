import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'green' | 'amber' | 'red' | 'violet';

const TONES: Record<Tone, string> = {
  neutral: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent-ink',
  green: 'bg-green-soft text-green',
  amber: 'bg-amber-soft text-amber',
  red: 'bg-red-soft text-red',
  violet: 'bg-violet-soft text-violet',
};

/** A word or two on a tinted ground. The word carries the meaning; the colour only helps. */
export function Badge({ tone = 'neutral', children, title }: { tone?: Tone; children: ReactNode; title?: string }) {
  return (
    <span
      title={title}
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded-sm px-1.5 py-px font-medium text-xs [&>svg]:size-3 ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
