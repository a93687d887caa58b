const MARGIN = 24;

/** Brings a section to the head of the page's pane. Only the pane scrolls: scrollIntoView would move the frames around it as well. */
export function scrollToSection(sectionId: string): void {
  const section = document.getElementById(`section-${sectionId}`);
  const pane = section && scrollingAncestor(section);
  if (!section || !pane) return;
  pane.scrollTop += section.getBoundingClientRect().top - pane.getBoundingClientRect().top - MARGIN;
}

function scrollingAncestor(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.documentElement;
}
