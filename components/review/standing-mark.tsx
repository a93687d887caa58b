import { Check, CircleDashed, TriangleAlert, X } from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/badge';
import { CAPACITY_WORDS } from '@/lib/review/capacity-words';
import type { StandingView } from '@/lib/services/review/review-views';

const MARKS: Record<StandingView['standing'], { tone: Tone; word: string; icon: typeof Check }> = {
  signed: { tone: 'green', word: 'signed', icon: Check },
  fallen: { tone: 'amber', word: 'fell', icon: TriangleAlert },
  refused: { tone: 'red', word: 'refused', icon: X },
  missing: { tone: 'neutral', word: 'not signed', icon: CircleDashed },
};

/** How one capacity stands: "Legal signed", "Risk fell". */
export function StandingMark({ standing }: { standing: Pick<StandingView, 'capacity' | 'standing'> }) {
  const { tone, word, icon: Icon } = MARKS[standing.standing];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden strokeWidth={2.5} />
      {CAPACITY_WORDS[standing.capacity]} {word}
    </Badge>
  );
}
