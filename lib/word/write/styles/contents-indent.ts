/** Where the text of an entry of the contents begins, and how far left of it its number stands. */
export function contentsIndent(level: number): { left: number; hanging: number } {
  return { left: 720 + 480 * (level - 1), hanging: level === 1 ? 720 : 480 };
}
