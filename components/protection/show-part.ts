import { scrollToSection } from '@/components/letter/scroll-to-section';
import type { ProtectedPartOfLetter } from '@/lib/letter/protection/protected-parts';

const TRIES = 10;
const WAIT_MS = 200;
/** So many characters tell one part of a section from another. */
const TELLING = 30;

/** Brings a part into view. Its section may have no editor yet: then the section is shown first and the part when it is drawn. */
export function showPart(part: ProtectedPartOfLetter): void {
  if (show(part)) return;
  scrollToSection(part.sectionId);
  let left = TRIES;
  const again = setInterval(() => {
    left -= 1;
    if (show(part) || left === 0) clearInterval(again);
  }, WAIT_MS);
}

function show({ sectionId, text, protection }: ProtectedPartOfLetter): boolean {
  const held = [...document.querySelectorAll<HTMLElement>(`[data-section="${CSS.escape(sectionId)}"] [data-protection="${protection}"]`)];
  const shown = held.filter((element) => element.offsetParent !== null || element.getClientRects().length > 0);
  const begin = words(text).slice(0, TELLING);
  const found = shown.find(
    (element) => begin !== '' && words(element.textContent ?? '').startsWith(begin.slice(0, words(element.textContent ?? '').length)),
  );
  const element = found ?? (shown.length === 1 ? shown[0] : undefined);
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return element !== undefined;
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
