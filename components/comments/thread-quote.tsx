import type { Anchor } from '@/lib/letter/anchors/anchor';

/** What a thread is about: the words, the figure, or the section as a whole. */
export function ThreadQuote({ anchor, lost = false }: { anchor: Anchor; lost?: boolean }) {
  if (anchor.kind === 'section') return <span className="block text-muted text-sm">The whole section</span>;
  return (
    <q
      className={`line-clamp-3 before:content-none after:content-none border-line-strong border-l-2 pl-2 font-serif text-muted text-sm ${lost ? 'line-through decoration-faint' : ''}`}
    >
      {anchor.quote || 'A place in the text'}
    </q>
  );
}
