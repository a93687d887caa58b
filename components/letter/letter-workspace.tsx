'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { FigurePicker } from '@/components/editor/figure-picker';
import { FigureProvider } from '@/components/editor/figure-provider';
import { gravestState, type SavingState } from '@/components/editor/saving-state';
import { SavingWord } from '@/components/editor/saving-word';
import type { SectionHandle } from '@/components/editor/section-handle';
import { SectionToolbar } from '@/components/editor/section-toolbar';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { CoverageBar } from '@/components/ui/coverage-bar';
import { calendarDay } from '@/components/ui/days-left';
import { usePaletteEntries } from '@/components/ui/palette-registry';
import { SplitPane } from '@/components/ui/split-pane';
import { numberLetter } from '@/lib/letter/numbering/number-letter';
import type { LetterView } from '@/lib/services/letter/get-letter';
import { AddSectionDialog } from './add-section-dialog';
import { ChecksPanel } from './checks-panel';
import { FurniturePanel } from './furniture-panel';
import { LetterOutline } from './letter-outline';
import { LetterPanel, PANELS, type PanelId } from './letter-panels';
import { LetterPaper } from './letter-paper';
import { QuestionPanel } from './question-panel';
import { RelatedActionsPanel } from './related-actions-panel';
import { scrollToSection } from './scroll-to-section';
import { useLetterState } from './use-letter-state';
import { usePanelKeys } from './use-panel-keys';

interface LetterWorkspaceProps {
  letter: LetterView;
  user: { memberId: string; name: string };
  initialSection: string | null;
  initialPanel: PanelId | null;
}

/** The one screen for the whole letter: outline, page, and one panel at a time. */
export function LetterWorkspace({ letter, user, initialSection, initialPanel }: LetterWorkspaceProps) {
  const state = useLetterState(letter);
  const { sections } = state;
  const [panel, setPanel] = useState<PanelId | null>(initialPanel);
  const [active, setActive] = useState<SectionHandle | null>(null);
  const [chosenId, setChosenId] = useState<string | null>(initialSection);
  const [saving, setSaving] = useState<ReadonlyMap<string, SavingState>>(new Map());
  const [adding, setAdding] = useState(false);
  usePanelKeys(panel, setPanel);

  const onSavingState = useCallback((id: string, next: SavingState) => setSaving((before) => new Map(before).set(id, next)), []);
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
  useEffect(() => setPanel(initialPanel), [initialPanel]);

  const entries = useMemo(() => {
    const numbers = numberLetter({ sections });
    return sections.map((section) => ({
      id: section.id,
      number: numbers.sections.get(section.id)?.replace(/^Annex /, '') ?? '',
      title: section.title,
      coverage: section.kind === 'question' ? section.coverage : null,
    }));
  }, [sections]);
  usePaletteEntries(
    useMemo(
      () => [
        ...entries.map((entry) => ({
          id: `section-${entry.id}`,
          label: `${entry.number} ${entry.title}`.trim(),
          group: 'Sections',
          run: () => go(entry.id),
        })),
        ...PANELS.map(({ id, label }) => ({
          id: `panel-${id}`,
          label: `Open ${label.toLowerCase()}`,
          group: 'Panels',
          run: () => setPanel(id),
        })),
      ],
      [entries, go],
    ),
  );

  const readOnly = letter.rights.editText.allowed ? null : letter.rights.editText.reason;
  const noPlace = readOnly ?? (active ? null : 'Click into a section first.');
  const questions = sections.filter((section) => section.kind === 'question');
  const close = () => setPanel(null);

  return (
    <FigureProvider figures={state.figures} onAccepted={state.recordAcceptance}>
      <div className="flex min-h-0 flex-col lg:h-full">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-4 py-2">
          <h1 className="min-w-0 flex-1 truncate font-semibold text-md" title={letter.title}>
            {letter.title}
          </h1>
          <SavingWord state={gravestState(saving.values())} />
          <span className="text-muted text-sm">{letter.dueAt ? `Comments due ${calendarDay(letter.dueAt)}` : 'Due date not known'}</span>
          <CoverageBar
            done={questions.filter((section) => section.coverage !== 'open').length}
            total={questions.length}
            label="questions"
          />
          <ButtonLink size="sm" href={`/letters/${letter.id}/coverage`}>
            Coverage
          </ButtonLink>
          <ButtonLink size="sm" variant="primary" href={`/letters/${letter.id}/export`}>
            Export
          </ButtonLink>
        </header>
        <div className="flex flex-wrap items-center justify-between gap-2 border-line border-b px-4 py-1">
          <SectionToolbar handle={active} onOpenFigurePicker={() => setPanel('figures')} readOnlyReason={readOnly} />
          <div className="flex gap-1">
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
                <LetterPanel panel={panel} onClose={close}>
                  {panel === 'figures' ? (
                    <FigurePicker disabledReason={noPlace} onInsert={(figure, publication) => active?.insertFigure(figure, publication)} />
                  ) : null}
                  {panel === 'question' ? <QuestionPanel section={sections.find((section) => section.id === chosenId) ?? null} /> : null}
                  {panel === 'actions' ? (
                    <RelatedActionsPanel disabledReason={noPlace} onCite={(key) => active?.insertActionCitation(key)} />
                  ) : null}
                  {panel === 'checks' ? <ChecksPanel letterId={letter.id} /> : null}
                  {panel === 'letterhead' ? (
                    <FurniturePanel
                      letterId={letter.id}
                      furniture={state.furniture}
                      right={letter.rights.editFurniture}
                      onSaved={state.setFurniture}
                    />
                  ) : null}
                </LetterPanel>
              )
            }
          >
            <div className="min-h-full bg-desk px-4 py-6">
              <LetterPaper
                letter={letter}
                sections={sections}
                furniture={state.furniture}
                user={user}
                openId={chosenId}
                onChangeSection={state.changeSection}
                onSavingState={onSavingState}
                onFocus={onFocus}
              />
            </div>
          </SplitPane>
        </div>
        <AddSectionDialog letterId={letter.id} open={adding} onOpenChange={setAdding} places={sections} onAdded={state.reload} />
      </div>
    </FigureProvider>
  );
}
