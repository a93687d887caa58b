import { ArrowUp, Check, Diamond, Lock, Minus, X } from 'lucide-react';
import { Badge, type Tone } from './badge';

export type MarkedState = 'current' | 'newer-run' | 'source-changed' | 'withdrawn' | 'privileged' | 'confidential';

const MARKS: Record<MarkedState, { tone: Tone; word: string; icon: typeof Check }> = {
  current: { tone: 'green', word: 'Current', icon: Check },
  'newer-run': { tone: 'amber', word: 'Newer run', icon: ArrowUp },
  'source-changed': { tone: 'amber', word: 'Source changed', icon: Diamond },
  withdrawn: { tone: 'red', word: 'Withdrawn', icon: X },
  privileged: { tone: 'violet', word: 'Privileged', icon: Lock },
  confidential: { tone: 'neutral', word: 'Confidential', icon: Minus },
};

/** The state of a figure or a text as colour, shape and word together. */
export function StateMark({ state, title }: { state: MarkedState; title?: string }) {
  const { tone, word, icon: Icon } = MARKS[state];
  if (state === 'confidential') {
    return (
      <span title={title} className="inline-flex items-center rounded-sm bg-ink px-1.5 py-px font-medium text-canvas text-xs">
        {word}
      </span>
    );
  }
  return (
    <Badge tone={tone} title={title}>
      <Icon aria-hidden strokeWidth={2.5} />
      {word}
    </Badge>
  );
}
