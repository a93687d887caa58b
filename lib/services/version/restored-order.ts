/**
 * The order of sections after a version is brought back: those of the version as they stood in it, and newer ones each behind the section that
 * they stand behind now.
 */
export function restoredOrder(version: readonly string[], present: readonly string[]): readonly string[] {
  const inVersion = new Set(version);
  const order = [...version];
  for (const [index, id] of present.entries()) {
    if (inVersion.has(id)) continue;
    const before = present[index - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return order;
}
