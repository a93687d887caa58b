'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { type PaletteEntry, usePaletteEntries } from '@/components/ui/palette-registry';
import type { QuotedQuestion } from '@/lib/request/questions-of';

interface RequestPaletteProps {
  questions: readonly QuotedQuestion[];
  /** What can be done with the request, and where. */
  actions: readonly { readonly label: string; readonly href: string }[];
}

/** Adds the questions of a request, to jump to, and its actions to the palette. */
export function RequestPalette({ questions, actions }: RequestPaletteProps) {
  const router = useRouter();
  const entries = useMemo(
    (): PaletteEntry[] => [
      ...actions.map(({ label, href }) => ({ id: `request:${href}`, label, group: 'This request', run: () => router.push(href) })),
      ...questions.map(({ key, label, text }) => ({
        id: `question:${key}`,
        label: `${label}: ${text.slice(0, 80)}`,
        group: 'Questions',
        run: () => document.getElementById(`q-${key}`)?.scrollIntoView(),
      })),
    ],
    [actions, questions, router],
  );
  usePaletteEntries(entries);
  return null;
}
