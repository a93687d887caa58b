import { EmptyState } from '@/components/ui/empty-state';
import type { LetterAuthorship } from '@/lib/services/version/letter-authorship';
import { authoredTree, legendOf } from './authored-tree';
import { MarkedBody } from './marked-body';

/** The letter as it stands with who wrote each passage: a tint and the author's letters in the text, the names in the legend. */
export function AuthorshipView({ authorship }: { authorship: LetterAuthorship }) {
  const { sections, figures, names, firstDraftBy } = authorship;
  const legend = legendOf(
    sections.map(({ body }) => body),
    names,
    firstDraftBy,
  );
  const total = legend.reduce((sum, { characters }) => sum + characters, 0);
  if (total === 0)
    return <EmptyState title="Nothing is written yet">Who wrote what stands here as soon as the letter has a text.</EmptyState>;
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="authors-legend" className="sticky top-0 z-10 border-line border-b bg-canvas py-2">
        <h2 id="authors-legend" className="sr-only">
          Authors
        </h2>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {legend.map((author) => (
            <li key={author.key} className="flex items-baseline gap-1.5">
              {author.hue === null ? null : (
                <span className="authored" data-hue={author.hue}>
                  <span className="authored-name">{author.short}</span>
                </span>
              )}
              {author.hue === null ? `${author.name} (not marked)` : author.name}
              <span className="figures text-muted text-sm">{Math.max(1, Math.round((100 * author.characters) / total))}%</span>
            </li>
          ))}
        </ul>
      </section>
      {sections.map(({ id, title, body }) => (
        <section key={id} aria-label={title}>
          <h2 className="mb-2 border-line border-b pb-1 font-semibold text-md">{title}</h2>
          <MarkedBody body={authoredTree(body, legend)} figures={figures} />
        </section>
      ))}
    </div>
  );
}
