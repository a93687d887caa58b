import type { Anchor } from '@/lib/letter/anchors/anchor';

/** What a thread is about: the words, the figure, or the section as a whole. */
export function ThreadQuote({ anchor, lost = false }: { anchor: Anchor; lost?: boolean }) {
  if (anchor.kind === 'section') return <p className="text-muted text-sm">The whole section</p>;
  return (
    <blockquote
      className={`line-clamp-3 border-line-strong border-l-2 pl-2 font-serif text-muted text-sm ${lost ? 'line-through decoration-faint' : ''}`}
    >
      {anchor.quote || 'A place in the text'}
    </blockquote>
  );
}
