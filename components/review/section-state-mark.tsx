import { BookOpenCheck, PenLine, Stamp } from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/badge';
import type { SectionState } from '@/lib/review/section-state';

const MARKS: Record<SectionState, { tone: Tone; word: string; icon: typeof Stamp }> = {
  drafting: { tone: 'neutral', word: 'Drafting', icon: PenLine },
  'in-review': { tone: 'accent', word: 'In review', icon: BookOpenCheck },
  signed: { tone: 'green', word: 'Signed', icon: Stamp },
};

/** Where a section stands, as icon and word; with `iconOnly` the word is for screen readers and the pointer. */
export function SectionStateMark({ state, iconOnly = false }: { state: SectionState; iconOnly?: boolean }) {
  const { tone, word, icon: Icon } = MARKS[state];
  return (
    <Badge tone={tone} title={iconOnly ? word : undefined}>
      <Icon aria-hidden strokeWidth={2.25} />
      {iconOnly ? <span className="sr-only">{word}</span> : word}
    </Badge>
  );
}
