/** Moves the focus to the next or last card below `root`, be it a suggestion or a conflict; tells which suggestion it is. */
export function stepFocus(root: HTMLElement, step: 1 | -1, lookAt: (suggestionId: string | null) => void): void {
  const cards = [...root.querySelectorAll<HTMLElement>('[data-suggestion-card], [data-conflict]')];
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  const next = cards[at < 0 ? 0 : Math.min(Math.max(at + step, 0), cards.length - 1)];
  if (!next) return;
  lookAt(next.dataset.suggestionCard ?? null);
  next.querySelector<HTMLElement>('button, a')?.focus();
}
