import { Lock } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { SavingStates } from '@/components/editor/saving-states';
import { SavingWord } from '@/components/editor/saving-word';
import type { PersonHere } from '@/components/live/use-letter-presence';
import { ButtonLink } from '@/components/ui/button-link';
import { CoverageBar } from '@/components/ui/coverage-bar';
import { calendarDay } from '@/components/ui/days-left';
import type { LetterView, SectionView } from '@/lib/services/letter/get-letter';
import type { OutlineEntry } from './outline-entry';
import { PeopleHere } from './people-here';

interface LetterHeaderProps {
  letter: LetterView;
  sections: readonly SectionView[];
  entries: readonly OutlineEntry[];
  saving: SavingStates;
  people: readonly PersonHere[];
  onGo: (sectionId: string) => void;
}

/** The letter's name, how safe it is, who else is here, how far it is, and the ways to its other screens. */
export function LetterHeader({ letter, sections, entries, saving, people, onGo }: LetterHeaderProps) {
  const questions = sections.filter((section) => section.kind === 'question');
  const placeOf = (id: string) => {
    const entry = entries.find((each) => each.id === id);
    return entry ? `${entry.number} ${entry.title}`.trim() : null;
  };
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-4 py-2">
      <h1 className="min-w-0 flex-1 basis-64 truncate font-semibold text-md" title={letter.title}>
        {letter.title}
      </h1>
      <PeopleHere people={people} placeOf={placeOf} onGo={onGo} />
      {letter.frozenAt ? (
        <span className="flex items-center gap-1.5 text-muted text-sm" title="It was filed. Legal or an administrator can open it again.">
          <Lock aria-hidden className="size-3.5" /> Filed and frozen
        </span>
      ) : null}
      <SavingWordOf saving={saving} />
      <span className="text-muted text-sm">{letter.dueAt ? `Comments due ${calendarDay(letter.dueAt)}` : 'Due date not known'}</span>
      <CoverageBar done={questions.filter((section) => section.coverage !== 'open').length} total={questions.length} label="questions" />
      <div className="ml-auto flex flex-wrap gap-x-4 gap-y-1">
        <ButtonLink size="sm" href={`/letters/${letter.id}/coverage`}>
          Coverage
        </ButtonLink>
        <ButtonLink size="sm" href={`/letters/${letter.id}/review`}>
          Review
        </ButtonLink>
        <ButtonLink size="sm" href={`/letters/${letter.id}/returned`}>
          Returned files
        </ButtonLink>
        <ButtonLink size="sm" variant="primary" href={`/letters/${letter.id}/export`}>
          Export
        </ButtonLink>
      </div>
    </header>
  );
}

function SavingWordOf({ saving }: { saving: SavingStates }) {
  return <SavingWord state={useSyncExternalStore(saving.subscribe, saving.getGravest, saving.getGravest)} />;
}
