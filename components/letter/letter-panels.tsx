import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';

/** The panels of the letter workspace, one open at a time; each opens by its key. */
export const PANELS = [
  { id: 'figures', key: 'f', label: 'Figures' },
  { id: 'comments', key: 'm', label: 'Comments' },
  { id: 'suggestions', key: 's', label: 'Suggestions' },
  { id: 'review', key: 'r', label: 'Review' },
  { id: 'versions', key: 'v', label: 'Versions' },
  { id: 'question', key: 'q', label: 'Question' },
  { id: 'actions', key: 'a', label: 'Related actions' },
  { id: 'confidential', key: 'p', label: 'Confidential' },
  { id: 'terms', key: 't', label: 'Terms' },
  { id: 'checks', key: 'c', label: 'Checks' },
  { id: 'letterhead', key: 'l', label: 'Letterhead' },
] as const;
export type PanelId = (typeof PANELS)[number]['id'];

interface LetterPanelProps {
  panel: PanelId;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of an open panel: its name and a way to close it. */
export function LetterPanel({ panel, onClose, children }: LetterPanelProps) {
  const label = PANELS.find((each) => each.id === panel)?.label ?? '';
  return (
    <div className="flex flex-col gap-3 p-4">
      <header className="flex items-center justify-between">
        <h2 className="font-semibold text-md">{label}</h2>
        <IconButton label="Close panel" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </header>
      {children}
    </div>
  );
}
