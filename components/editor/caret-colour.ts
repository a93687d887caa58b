/** Dark enough to carry white letters, apart from each other and from the colours of states. */
const COLOURS = ['#23408e', '#8a3b7a', '#1f6f6b', '#7a4b12', '#5b4bb3', '#a02c52', '#2d6a2f', '#4a5568'] as const;

/** A member's caret colour: always the same for the same member. */
export function caretColour(memberId: string): string {
  let sum = 0;
  for (const letter of memberId) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0];
}
