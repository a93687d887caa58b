'use client';

import { useCallback, useEffect, useState } from 'react';
import { LetterObjects } from '@/components/citations/letter-objects';
import { ReferencesProvider } from '@/components/citations/references-provider';
import { FigureProvider } from '@/components/editor/figure-provider';
import { SavingStates } from '@/components/editor/saving-states';
import type { SectionHandle } from '@/components/editor/section-handle';
import { SectionToolbar } from '@/components/editor/section-toolbar';
import { useLetterPresence } from '@/components/live/use-letter-presence';
import { Button } from '@/components/ui/button';
import { SplitPane } from '@/components/ui/split-pane';
import type { LetterView } from '@/lib/services/letter/get-letter';
import { AddSectionDialog } from './add-section-dialog';
import { LetterHeader } from './letter-header';
import { LetterOutline } from './letter-outline';
import { PANELS, type PanelId } from './letter-panels';
import { LetterPaper } from './letter-paper';
import { OpenPanel } from './open-panel';
import { scrollToSection } from './scroll-to-section';
import { useLetterState } from './use-letter-state';
import { useOutline } from './use-outline';
import { usePanelKeys } from './use-panel-keys';

interface LetterDeskProps {
  letter: LetterView;
  user: { memberId: string; name: string };
  initialSection: string | null;
  panel: PanelId | null;
  setPanel: (panel: PanelId | null) => void;
}

/** The letter on the desk: outline, page, and one panel at a time. */
export function LetterDesk({ letter, user, initialSection, panel, setPanel }: LetterDeskProps) {
  const state = useLetterState(letter);
  const { sections } = state;
  const [active, setActive] = useState<SectionHandle | null>(null);
  const [chosenId, setChosenId] = useState<string | null>(initialSection);
  const [saving] = useState(() => new SavingStates());
  const [adding, setAdding] = useState(false);
  usePanelKeys(panel, setPanel);
  const people = useLetterPresence(letter.id, user.memberId, chosenId);

  const onFocus = useCallback((handle: SectionHandle) => {
    setActive(handle);
    setChosenId(handle.sectionId);
  }, []);
  const go = useCallback((id: string) => {
    setChosenId(id);
    scrollToSection(id);
  }, []);
  useEffect(() => {
    if (initialSection) scrollToSection(initialSection);
  }, [initialSection]);

  const entries = useOutline(sections, people, go, setPanel);
  const readOnly = letter.rights.editText.allowed ? null : letter.rights.editText.reason;

  return (
    <FigureProvider figures={state.figures} onAccepted={state.recordAcceptance}>
      <ReferencesProvider letterId={letter.id} sections={sections}>
        <div className="flex min-h-0 flex-col lg:h-full">
          <LetterHeader letter={letter} sections={sections} entries={entries} saving={saving} people={people} onGo={go} />
          <div className="flex flex-wrap items-center justify-between gap-2 border-line border-b px-4 py-1">
            <div className="flex flex-wrap items-center gap-2">
              <SectionToolbar handle={active} onOpenFigurePicker={() => setPanel('figures')} readOnlyReason={readOnly} />
              <LetterObjects active={active} readOnly={readOnly} />
            </div>
            <div className="flex flex-wrap gap-1">
              {PANELS.map(({ id, key, label }) => (
                <Button
                  key={id}
                  size="sm"
                  variant="ghost"
                  aria-pressed={panel === id}
                  aria-keyshortcuts={key}
                  onClick={() => setPanel(panel === id ? null : id)}
                >
                  {label}
                </Button>
              ))}
            </div>
          </div>
          <div className="min-h-0 flex-1">
            <SplitPane
              leftLabel="Outline"
              rightLabel="Panel"
              leftWhenNarrow="yields"
              left={
                <LetterOutline
                  entries={entries}
                  activeId={chosenId}
                  right={letter.rights.editOutline}
                  onOpen={go}
                  onMove={state.moveSection}
                  onAdd={() => setAdding(true)}
                />
              }
              right={
                panel === null ? null : (
                  <OpenPanel {...{ panel, letter, state, entries, active, chosenId, readOnly }} onClose={() => setPanel(null)} />
                )
              }
            >
              <div className="@container min-h-full bg-desk px-4 py-6">
                <LetterPaper
                  letter={letter}
                  sections={sections}
                  furniture={state.furniture}
                  user={user}
                  openId={chosenId}
                  onChangeSection={state.changeSection}
                  onSavingState={saving.set}
                  onFocus={onFocus}
                />
              </div>
            </SplitPane>
          </div>
          <AddSectionDialog letterId={letter.id} open={adding} onOpenChange={setAdding} places={sections} onAdded={state.reload} />
        </div>
      </ReferencesProvider>
    </FigureProvider>
  );
}
