import { useEffect } from 'react';

const ACTS: Readonly<Record<string, string>> = { s: 'sign', x: 'refuse', r: 'read' };

/** j and k go through the sections; r, s and x press what reads, signs and refuses the open one, while nobody is typing. */
export function useReviewKeys(sectionIds: readonly string[], chosenId: string | null, onChoose: (sectionId: string) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      const next = step === 0 ? undefined : sectionIds[(chosenId === null ? -1 : sectionIds.indexOf(chosenId)) + step];
      const act = ACTS[event.key];
      if (next) onChoose(next);
      else if (act) document.querySelector<HTMLButtonElement>(`[data-review-act="${act}"]`)?.click();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [sectionIds, chosenId, onChoose]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="listbox"]') !== null)
  );
}
