'use client';

import { Plus, UserRound } from 'lucide-react';
import { SectionStateMark } from '@/components/review/section-state-mark';
import { Button } from '@/components/ui/button';
import type { Decision } from '@/lib/policies/decision';
import { CoverageDot } from './coverage-dot';
import type { OutlineEntry } from './outline-entry';

interface LetterOutlineProps {
  entries: readonly OutlineEntry[];
  activeId: string | null;
  right: Decision;
  onOpen: (sectionId: string) => void;
  onMove: (sectionId: string, place: number) => void;
  onAdd: () => void;
}

/** The letter's sections in order. Alt with an arrow moves the focused section; so does dragging it. */
export function LetterOutline({ entries, activeId, right, onOpen, onMove, onAdd }: LetterOutlineProps) {
  return (
    <nav aria-label="Sections" className="flex flex-col gap-2 p-3">
      <ol className="flex flex-col gap-px">
        {entries.map((entry, place) => (
          <li
            key={entry.id}
            draggable={right.allowed}
            onDragStart={(event) => event.dataTransfer.setData('text/plain', entry.id)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              const moved = event.dataTransfer.getData('text/plain');
              if (right.allowed && moved && moved !== entry.id) onMove(moved, place);
            }}
          >
            <button
              type="button"
              aria-current={entry.id === activeId ? 'location' : undefined}
              aria-keyshortcuts={right.allowed ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
              onClick={() => onOpen(entry.id)}
              onKeyDown={(event) => {
                if (!right.allowed || !event.altKey) return;
                if (event.key === 'ArrowUp' && place > 0) onMove(entry.id, place - 1);
                else if (event.key === 'ArrowDown') onMove(entry.id, place + 1);
                else return;
                event.preventDefault();
              }}
              className="flex w-full items-start gap-2 rounded-md px-2 py-1 text-left hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium"
            >
              <span className="figures w-7 shrink-0 text-muted">{entry.number}</span>
              <span className="min-w-0 flex-1">{entry.title}</span>
              {entry.people.length > 0 ? (
                <span className="shrink-0 text-muted" title={`${entry.people.join(', ')} ${entry.people.length === 1 ? 'is' : 'are'} here`}>
                  <UserRound aria-hidden className="size-3.5" />
                  <span className="sr-only">{entry.people.join(', ')}</span>
                </span>
              ) : null}
              {entry.state === 'drafting' ? null : <SectionStateMark state={entry.state} iconOnly />}
              {entry.coverage ? <CoverageDot coverage={entry.coverage} /> : null}
            </button>
          </li>
        ))}
      </ol>
      <Button variant="ghost" size="sm" onClick={onAdd} disabledReason={right.allowed ? null : right.reason}>
        <Plus aria-hidden className="size-3.5" /> Add a section
      </Button>
    </nav>
  );
}
