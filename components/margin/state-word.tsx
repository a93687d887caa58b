import { CircleAlert, CircleCheck, CircleHelp, CircleMinus } from 'lucide-react';

/** How a test came out: shape, colour and word. */
export interface Verdict {
  readonly kind: 'fits' | 'too-many' | 'too-few' | 'untested';
  readonly words: string;
}

const LOOKS = {
  fits: { icon: CircleCheck, tone: 'text-green' },
  'too-many': { icon: CircleAlert, tone: 'text-red' },
  'too-few': { icon: CircleMinus, tone: 'text-amber' },
  untested: { icon: CircleHelp, tone: 'text-muted' },
} as const;

export function StateWord({ verdict }: { verdict: Verdict }) {
  const { icon: Icon, tone } = LOOKS[verdict.kind];
  return (
    <span className={`mt-0.5 flex items-start gap-1 text-sm ${tone}`}>
      <Icon aria-hidden className="mt-0.5 size-3 shrink-0" />
      {verdict.words}
    </span>
  );
}
