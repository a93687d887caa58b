import { headingNumber } from './heading-number';

const SLUG_WORDS = 5;

/**
 * A key for every heading: the path of the numbers above it and its own ("II.B"); words stand in for a number it lacks.
 * Equal keys are told apart by "-2", "-3".
 */
export function sectionKeys(headings: readonly { readonly heading: string; readonly level: number }[]): string[] {
  const path: { level: number; key: string }[] = [];
  const used = new Map<string, number>();
  return headings.map(({ heading, level }) => {
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    const own = headingNumber(heading)?.text ?? slug(heading);
    const parent = path.at(-1)?.key;
    const key = parent ? `${parent}.${own}` : own;
    const times = (used.get(key) ?? 0) + 1;
    used.set(key, times);
    const unique = times === 1 ? key : `${key}-${times}`;
    path.push({ level, key: unique });
    return unique;
  });
}

function slug(heading: string): string {
  const words = heading
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.slice(0, SLUG_WORDS).join('-') || 'section';
}
