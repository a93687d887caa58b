import { Circle, CircleCheck, CircleDot, CircleMinus, CircleSlash2 } from 'lucide-react';
import type { Coverage } from '@/lib/letter/letter-content';
import { COVERAGE_WORDS } from './coverage-words';

const SHAPES = { open: Circle, answered: CircleCheck, partly: CircleDot, declined: CircleSlash2, 'not-applicable': CircleMinus } as const;
const COLOURS = {
  open: 'text-faint',
  answered: 'text-green',
  partly: 'text-amber',
  declined: 'text-accent-ink',
  'not-applicable': 'text-accent-ink',
} as const;

/** How far a question is answered, by shape and colour; the word is in its title and for screen readers. */
export function CoverageDot({ coverage }: { coverage: Coverage }) {
  const Shape = SHAPES[coverage];
  const { word } = COVERAGE_WORDS[coverage];
  return (
    <span title={word} className={`inline-flex shrink-0 ${COLOURS[coverage]}`}>
      <Shape aria-hidden className="size-3.5" />
      <span className="sr-only">{word}</span>
    </span>
  );
}
