'use client';

import { Eye, EyeOff, PencilLine, PenLine } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { useSuggestions, type WritingMode } from './suggestions-context';

const MODES: readonly { readonly mode: WritingMode; readonly label: string; readonly icon: typeof PenLine }[] = [
  { mode: 'editing', label: 'Editing', icon: PenLine },
  { mode: 'suggesting', label: 'Suggesting', icon: PencilLine },
];

/** Whether one's keys change the text or suggest changes of it, and whether suggestions are marked. Nothing where a page has no suggestions. */
export function ModeSwitch() {
  const state = useSuggestions();
  if (!state) return null;
  const { rights, mode, setMode, shown, setShown } = state;
  const right = (each: WritingMode) => (each === 'editing' ? rights?.edit : rights?.suggest);
  return (
    <fieldset className="flex items-center gap-1 border-0 p-0">
      <legend className="sr-only">How you write</legend>
      <div className="flex rounded-md border border-line-strong">
        {MODES.map(({ mode: each, label, icon: Icon }) => {
          const decision = right(each);
          return (
            <IconButton
              key={each}
              label={label}
              aria-pressed={mode === each}
              disabledReason={decision && !decision.allowed ? decision.reason : null}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setMode(each)}
              className="h-6 w-auto gap-1 px-2 text-sm [&>svg]:size-3.5"
            >
              <Icon aria-hidden />
              <span aria-hidden>{label}</span>
            </IconButton>
          );
        })}
      </div>
      <IconButton
        label={shown ? 'Hide suggestions in the text' : 'Show suggestions in the text'}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
      </IconButton>
    </fieldset>
  );
}
