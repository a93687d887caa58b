'use client';

import { useEffect, useState } from 'react';
import { CommentsProvider } from '@/components/comments/comments-provider';
import { LetterNewsProvider } from '@/components/live/letter-news';
import { SuggestionsProvider } from '@/components/suggestions/suggestions-provider';
import type { LetterView } from '@/lib/services/letter/get-letter';
import { LetterDesk } from './letter-desk';
import type { PanelId } from './letter-panels';
import { showNode } from './show-node';

interface LetterWorkspaceProps {
  letter: LetterView;
  user: { memberId: string; name: string };
  initialSection: string | null;
  initialPanel: PanelId | null;
  /** The node of the text that the page was opened for. */
  initialNode: string | null;
  /** The thread of comments that the page was opened for. */
  initialThread: string | null;
  /** The suggestion that the page was opened for. */
  initialSuggestion: string | null;
}

/** The one screen for the whole letter, with all that keeps it live around it. */
export function LetterWorkspace(props: LetterWorkspaceProps) {
  const { letter, user, initialSection, initialPanel, initialNode, initialThread, initialSuggestion } = props;
  const [panel, setPanel] = useState<PanelId | null>(initialPanel);
  useEffect(() => setPanel(initialPanel), [initialPanel]);
  useEffect(() => (initialNode === null ? undefined : showNode(initialNode)), [initialNode]);
  return (
    <LetterNewsProvider letterId={letter.id}>
      <SuggestionsProvider letterId={letter.id} memberId={user.memberId} initialLookedAt={initialSuggestion}>
        <CommentsProvider letterId={letter.id} user={user} initialThread={initialThread} onWanted={() => setPanel('comments')}>
          <LetterDesk letter={letter} user={user} initialSection={initialSection} panel={panel} setPanel={setPanel} />
        </CommentsProvider>
      </SuggestionsProvider>
    </LetterNewsProvider>
  );
}
