import { useEffect } from 'react';
import { PANELS, type PanelId } from './letter-panels';

/** Opens and closes panels by their letter while nobody is typing; Escape closes. */
export function usePanelKeys(open: PanelId | null, setOpen: (panel: PanelId | null) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (event.key === 'Escape' && open !== null) setOpen(null);
      const panel = PANELS.find(({ key }) => key === event.key);
      if (!panel) return;
      event.preventDefault();
      setOpen(panel.id === open ? null : panel.id);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open, setOpen]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="listbox"]') !== null)
  );
}
