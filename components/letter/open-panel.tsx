import { TermsPanel } from '@/components/citations/terms-panel';
import { CommentsPanel } from '@/components/comments/comments-panel';
import { FigurePicker } from '@/components/editor/figure-picker';
import type { SectionHandle } from '@/components/editor/section-handle';
import { ProtectionPanel } from '@/components/protection/protection-panel';
import { ReviewPanel } from '@/components/review/review-panel';
import { SuggestionsPanel } from '@/components/suggestions/suggestions-panel';
import { VersionsPanel } from '@/components/versions/versions-panel';
import type { LetterView } from '@/lib/services/letter/get-letter';
import { ChecksPanel } from './checks-panel';
import { FurniturePanel } from './furniture-panel';
import { LetterPanel, type PanelId } from './letter-panels';
import type { OutlineEntry } from './outline-entry';
import { QuestionPanel } from './question-panel';
import { RelatedActionsPanel } from './related-actions-panel';
import type { useLetterState } from './use-letter-state';

interface OpenPanelProps {
  panel: PanelId;
  letter: LetterView;
  state: ReturnType<typeof useLetterState>;
  entries: readonly OutlineEntry[];
  active: SectionHandle | null;
  chosenId: string | null;
  /** Why this member does not edit the text; null where they do. */
  readOnly: string | null;
  onClose: () => void;
}

/** The panel that is open, with what it works on. */
export function OpenPanel({ panel, letter, state, entries, active, chosenId, readOnly, onClose }: OpenPanelProps) {
  // a section's editor may be gone while it is still the last that had the focus
  const stands = active !== null && !active.editor.isDestroyed;
  const noPlace = !stands ? (readOnly ?? 'Click into a section first.') : active.editor.isEditable ? null : (readOnly ?? READ_ONLY);
  return (
    <LetterPanel panel={panel} onClose={onClose}>
      {panel === 'figures' ? (
        <FigurePicker disabledReason={noPlace} onInsert={(figure, publication) => active?.insertFigure(figure, publication)} />
      ) : null}
      {panel === 'comments' ? <CommentsPanel sections={entries} active={active} chosenId={chosenId} /> : null}
      {panel === 'suggestions' ? <SuggestionsPanel sections={entries} /> : null}
      {panel === 'review' ? <ReviewPanel letterId={letter.id} sectionId={chosenId} onChanged={state.reload} /> : null}
      {panel === 'versions' ? <VersionsPanel letterId={letter.id} sections={state.sections} onRestored={state.reload} /> : null}
      {panel === 'question' ? <QuestionPanel section={state.sections.find((section) => section.id === chosenId) ?? null} /> : null}
      {panel === 'actions' ? <RelatedActionsPanel disabledReason={noPlace} onCite={(key) => active?.insertActionCitation(key)} /> : null}
      {panel === 'confidential' ? <ProtectionPanel letterId={letter.id} sections={entries} /> : null}
      {panel === 'terms' ? <TermsPanel /> : null}
      {panel === 'checks' ? <ChecksPanel letterId={letter.id} /> : null}
      {panel === 'letterhead' ? (
        <FurniturePanel letterId={letter.id} furniture={state.furniture} right={letter.rights.editFurniture} onSaved={state.setFurniture} />
      ) : null}
    </LetterPanel>
  );
}

const READ_ONLY = 'This section cannot be edited now.';
