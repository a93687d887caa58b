import { BadgeCheck, CircleDashed, History, Newspaper } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { Standing } from '@/lib/request/fact';

const STANDINGS = {
  primary: { tone: 'green', icon: BadgeCheck, title: 'Read in the official text.' },
  secondary: { tone: 'amber', icon: Newspaper, title: 'Read in the press, a law firm’s note or a copy; not in the official text.' },
  recalled: { tone: 'violet', icon: History, title: 'Known from memory only: check before use.' },
} as const;

interface StandingBadgeProps {
  standing: Standing | null;
  /** What is said of a fact that is not known. */
  missing?: string;
}

/** How well a fact is known, as a word with a sign; a missing one is not yet imported. */
export function StandingBadge({ standing, missing = 'not yet imported' }: StandingBadgeProps) {
  if (standing === null) {
    return (
      <Badge title="Not known to us, and never guessed.">
        <CircleDashed aria-hidden />
        {missing}
      </Badge>
    );
  }
  const { tone, icon: Icon, title } = STANDINGS[standing];
  return (
    <Badge tone={tone} title={title}>
      <Icon aria-hidden />
      {standing}
    </Badge>
  );
}
