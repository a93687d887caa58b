import { useMemo } from 'react';
import type { PersonHere } from '@/components/live/use-letter-presence';
import { usePaletteEntries } from '@/components/ui/palette-registry';
import { numberLetter } from '@/lib/letter/numbering/number-letter';
import type { SectionView } from '@/lib/services/letter/get-letter';
import { PANELS, type PanelId } from './letter-panels';
import type { OutlineEntry } from './outline-entry';

/** The sections as the outline lists them, with who is in each; they and the panels are in the command palette too. */
export function useOutline(
  sections: readonly SectionView[],
  people: readonly PersonHere[],
  go: (sectionId: string) => void,
  openPanel: (panel: PanelId) => void,
): readonly OutlineEntry[] {
  const entries = useMemo(() => {
    const numbers = numberLetter({ sections });
    return sections.map((section) => ({
      id: section.id,
      number: numbers.sections.get(section.id)?.replace(/^Annex /, '') ?? '',
      title: section.title,
      coverage: section.kind === 'question' ? section.coverage : null,
      state: section.state,
      people: people.filter(({ where }) => where === section.id).map(({ name }) => name),
    }));
  }, [sections, people]);
  usePaletteEntries(
    useMemo(
      () => [
        ...entries.map((entry) => ({
          id: `section-${entry.id}`,
          label: `${entry.number} ${entry.title}`.trim(),
          group: 'Sections',
          run: () => go(entry.id),
        })),
        ...PANELS.map(({ id, label }) => ({
          id: `panel-${id}`,
          label: `Open ${label.toLowerCase()}`,
          group: 'Panels',
          run: () => openPanel(id),
        })),
      ],
      [entries, go, openPanel],
    ),
  );
  return entries;
}
