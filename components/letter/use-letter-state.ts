import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import type { FigureAcceptance } from '@/components/editor/figure-provider';
import { useLetterNews } from '@/components/live/letter-news';
import { ApiError, callApi } from '@/components/ui/call-api';
import { useToast } from '@/components/ui/use-toast';
import type { FigureEntry } from '@/lib/letter/figures/figure-entry';
import type { Coverage, LetterFurniture } from '@/lib/letter/letter-content';
import type { LetterView, SectionView } from '@/lib/services/letter/get-letter';

const REFRESH_FIGURES_MS = 15_000;

/** The letter as the workspace holds it between answers of the server: changes show at once and are taken back when they are refused. */
export function useLetterState(letter: LetterView) {
  const toast = useToast();
  const router = useRouter();
  const [sections, setSections] = useState(letter.sections);
  const [furniture, setFurniture] = useState<LetterFurniture>(letter.furniture);
  const [figures, setFigures] = useState<readonly FigureEntry[] | null>(null);
  useEffect(() => setSections(letter.sections), [letter.sections]);
  useEffect(() => setFurniture(letter.furniture), [letter.furniture]);
  // somebody moved a section to review, signed it, or changed the outline
  useLetterNews('review', () => router.refresh());
  useLetterNews('outline', () => router.refresh());

  const refreshFigures = useCallback(async () => {
    try {
      setFigures((await callApi<{ figures: FigureEntry[] }>(`/api/letters/${letter.id}/figures`)).figures);
    } catch {
      // the chips keep what they show; the next round tries again
    }
  }, [letter.id]);
  useEffect(() => {
    void refreshFigures();
    const timer = setInterval(refreshFigures, REFRESH_FIGURES_MS);
    window.addEventListener('focus', refreshFigures);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', refreshFigures);
    };
  }, [refreshFigures]);

  async function attempt(next: readonly SectionView[], change: () => Promise<unknown>) {
    const before = sections;
    setSections(next);
    try {
      await change();
    } catch (error) {
      setSections(before);
      toast({ tone: 'red', title: 'Not changed', description: error instanceof ApiError ? error.message : String(error) });
    }
  }

  function changeSection(id: string, part: { title?: string; coverage?: Coverage }) {
    const next = sections.map((section) => (section.id === id ? { ...section, ...part } : section));
    void attempt(next, () => callApi(`/api/sections/${id}`, { method: 'PATCH', body: part }));
  }

  function moveSection(id: string, place: number) {
    const moved = sections.find((section) => section.id === id);
    if (!moved) return;
    const others = sections.filter((section) => section.id !== id);
    const next = [...others.slice(0, place), moved, ...others.slice(place)];
    void attempt(next, () => callApi(`/api/sections/${id}/place`, { method: 'PUT', body: { place } }));
  }

  const recordAcceptance = useCallback(
    ({ sectionId, ...acceptance }: FigureAcceptance) => {
      callApi(`/api/sections/${sectionId}/figure-acceptances`, { method: 'POST', body: acceptance }).catch((error) =>
        toast({
          tone: 'amber',
          title: 'Accepted, but not put on record',
          description: error instanceof ApiError ? error.message : String(error),
        }),
      );
    },
    [toast],
  );

  return {
    sections,
    furniture,
    figures,
    setFurniture,
    refreshFigures,
    recordAcceptance,
    changeSection,
    moveSection,
    reload: () => router.refresh(),
  };
}
