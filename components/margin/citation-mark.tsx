import { Badge, type Tone } from '@/components/ui/badge';
import type { Citation } from '@/lib/margin/methods/margin-node';

const STANDINGS: Readonly<Record<Citation['standing'], { tone: Tone; word: string; title: string }>> = {
  primary: { tone: 'green', word: 'primary text', title: 'Read in the rule’s own text' },
  secondary: { tone: 'amber', word: 'secondary', title: 'Known from a source that reports the rule, not from its own text' },
  recalled: { tone: 'amber', word: 'recalled, not read', title: 'Recalled and not yet read in a text: check it before it is relied on' },
};

/** A paragraph of a rule with how well it is known. */
export function CitationMark({ citation }: { citation: Citation }) {
  const { tone, word, title } = STANDINGS[citation.standing];
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {citation.url ? (
        <a
          href={citation.url}
          target="_blank"
          rel="noreferrer"
          className="inline-block min-h-6 leading-6 underline decoration-line-strong underline-offset-2 hover:decoration-ink"
        >
          {citation.paragraph}
        </a>
      ) : (
        citation.paragraph
      )}
      <Badge tone={tone} title={title}>
        {word}
      </Badge>
    </span>
  );
}
