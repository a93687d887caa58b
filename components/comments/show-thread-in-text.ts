import { scrollToSection } from '@/components/letter/scroll-to-section';
import type { ThreadView } from '@/lib/services/comment/thread-view';

const TRIES = 15;
const WAIT_MS = 200;

/** Brings what a thread is about into view. Its section may have no editor yet: then the section is shown first and the mark when it is drawn. */
export function showThreadInText(thread: ThreadView): void {
  if (showMark(thread.id)) return;
  scrollToSection(thread.sectionId);
  if (thread.anchor.kind === 'section' || thread.orphaned) return;
  let left = TRIES;
  const again = setInterval(() => {
    left -= 1;
    if (showMark(thread.id) || left === 0) clearInterval(again);
  }, WAIT_MS);
}

function showMark(threadId: string): boolean {
  const marks = document.querySelectorAll(`.section-text [data-thread="${CSS.escape(threadId)}"]`);
  // a section's text is hidden while one's own copy of it stands in its place
  const mark = [...marks].find((each) => each.checkVisibility());
  mark?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return mark !== undefined;
}
