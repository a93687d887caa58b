import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type NoticeTone = 'neutral' | 'accent' | 'green' | 'amber' | 'red' | 'violet';

const TONES: Record<NoticeTone, { box: string; mark: string; icon: typeof Info }> = {
  neutral: { box: 'border-line bg-sunken', mark: 'text-muted', icon: Info },
  accent: { box: 'border-accent-ink/25 bg-accent-soft', mark: 'text-accent-ink', icon: Info },
  green: { box: 'border-green/25 bg-green-soft', mark: 'text-green', icon: CircleCheck },
  amber: { box: 'border-amber/25 bg-amber-soft', mark: 'text-amber', icon: TriangleAlert },
  red: { box: 'border-red/25 bg-red-soft', mark: 'text-red', icon: CircleX },
  violet: { box: 'border-violet/25 bg-violet-soft', mark: 'text-violet', icon: Info },
};

/** Something to know before going on. Red ones are announced at once: what happened, what is safe, what to do. */
export function Notice({ tone = 'neutral', title, children }: { tone?: NoticeTone; title?: ReactNode; children?: ReactNode }) {
  const { box, mark, icon: Icon } = TONES[tone];
  return (
    <div role={tone === 'red' ? 'alert' : undefined} className={`flex gap-2.5 rounded-md border px-3 py-2 ${box}`}>
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${mark}`} />
      <div className="min-w-0">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className={title ? 'text-muted' : ''}>{children}</div> : null}
      </div>
    </div>
  );
}
