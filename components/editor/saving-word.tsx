'use client';

import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { type SavingState, savingWords } from './saving-state';

const LOOK = {
  opening: { icon: LoaderCircle, tone: 'text-faint' },
  saved: { icon: Check, tone: 'text-muted' },
  saving: { icon: LoaderCircle, tone: 'text-muted' },
  offline: { icon: CloudOff, tone: 'text-amber' },
  blocked: { icon: TriangleAlert, tone: 'text-red' },
} as const;

/** Whether the text is safe, in one word at one place; announced to screen readers when it gets worse. */
export function SavingWord({ state }: { state: SavingState }) {
  const { icon: Icon, tone } = LOOK[state.kind];
  return (
    <span
      role={state.kind === 'blocked' || state.kind === 'offline' ? 'alert' : 'status'}
      data-saving={state.kind}
      className={`inline-flex items-center gap-1.5 text-sm ${tone}`}
    >
      <Icon aria-hidden className="size-3.5" />
      {savingWords(state)}
    </span>
  );
}
