const waiting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls listeners soon, all that were asked for meanwhile in one go: many rooms opening at once then make one rendering and not one each,
 * which React takes for a loop.
 */
export function notifyTogether(listeners: Iterable<() => void>): void {
  for (const listener of listeners) waiting.add(listener);
  if (timer !== undefined) return;
  timer = setTimeout(() => {
    timer = undefined;
    const now = [...waiting];
    waiting.clear();
    for (const listener of now) listener();
  }, 0);
}
