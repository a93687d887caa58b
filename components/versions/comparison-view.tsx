import Link from 'next/link';
import type { ReactNode } from 'react';
import { VersionReferences } from '@/components/citations/version-references';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { citeLetter } from '@/lib/letter/citations/cite-letter';
import type { FigureDifference, LetterComparison } from '@/lib/letter/compare/compare-letters';
import type { LetterContent } from '@/lib/letter/letter-content';
import { numberLetter } from '@/lib/letter/numbering/number-letter';
import { referenceTargets } from '@/lib/letter/references/reference-targets';
import { ChangeReader } from './change-reader';
import { ComparedSection } from './compared-section';
import { comparisonCounts } from './comparison-counts';

interface ComparisonViewProps {
  before: LetterContent;
  after: LetterContent;
  comparison: LetterComparison;
  /** The unchanged section that is shown all the same; the others are folded. */
  shownId: string | null;
  /** The address of this comparison with that section shown. */
  showHref: (sectionId: string) => string;
  /** What can be done with a section that changed. */
  sectionActions?: (sectionId: string) => ReactNode;
}

/** What differs between two versions of a letter: figures first, then the letter's frame, then each section that changed with its redline. */
export function ComparisonView({ before, after, comparison, shownId, showHref, sectionActions }: ComparisonViewProps) {
  const counts = comparisonCounts(comparison, before, after);
  const numbers = { ...Object.fromEntries(numberLetter(before).sections), ...Object.fromEntries(numberLetter(after).sections) };
  const label = (sectionId: string, title: string) => [numbers[sectionId], title].filter(Boolean).join(' ');
  const figures = { ...before.figures, ...after.figures };
  const differing = comparison.sections.filter((section) => isDifferent(section));
  const same = comparison.sections.filter((section) => !isDifferent(section));
  const bodyIn = (content: LetterContent, id: string) => content.sections.find((section) => section.id === id) ?? null;
  if (differing.length === 0 && comparison.furniture.length === 0 && comparison.figures.length === 0) {
    return <EmptyState title="Nothing differs">Both hold the same text, figures, coverage and letterhead.</EmptyState>;
  }
  return (
    <VersionReferences
      sources={{ ...before.sources, ...after.sources }}
      cited={new Map([...citeLetter(before), ...citeLetter(after)])}
      targets={new Map([...referenceTargets(before), ...referenceTargets(after)])}
    >
      <ChangeReader counts={counts.topics} total={counts.total}>
        <div className="flex flex-col gap-6">
          <Summary comparison={comparison} total={counts.total} />
          {comparison.figures.length > 0 ? (
            <FigureTable
              figures={comparison.figures}
              titleOf={(id) => label(id, bodyIn(after, id)?.title ?? bodyIn(before, id)?.title ?? '')}
            />
          ) : null}
          {comparison.furniture.length > 0 ? (
            <DataTable
              caption="Letterhead, addressees and signatures"
              showCaption
              rows={comparison.furniture}
              rowKey={({ field }) => field}
              columns={[
                { key: 'field', label: 'Part', className: 'w-40' },
                { key: 'before', label: 'Before', render: (row) => <Lines text={row.before} tag="del" /> },
                { key: 'after', label: 'After', render: (row) => <Lines text={row.after} tag="ins" /> },
              ]}
            />
          ) : null}
          {differing.map((section) => (
            <ComparedSection
              key={section.sectionId}
              section={section}
              label={label(section.sectionId, section.title)}
              before={bodyIn(before, section.sectionId)}
              after={bodyIn(after, section.sectionId)}
              figures={figures}
              topics={[...(counts.bySection.get(section.sectionId) ?? [])]}
              actions={sectionActions?.(section.sectionId)}
            />
          ))}
          {same.length > 0 ? (
            <section aria-labelledby="unchanged-sections" data-unchanged="">
              <h2 id="unchanged-sections" className="mb-1 font-semibold text-md">
                {same.length === 1 ? '1 section unchanged' : `${same.length} sections unchanged`}
              </h2>
              <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
                {same.map((section) => (
                  <li key={section.sectionId} id={`section-${section.sectionId}`} className="px-3 py-1.5">
                    <div className="flex items-baseline justify-between gap-3">
                      <span className="min-w-0">{label(section.sectionId, section.title)}</span>
                      {section.sectionId === shownId ? null : (
                        <Link
                          href={showHref(section.sectionId)}
                          scroll={false}
                          className="text-accent-ink text-sm hover:underline"
                          aria-label={`Show ${section.title}`}
                        >
                          Show
                        </Link>
                      )}
                    </div>
                    {section.sectionId === shownId ? (
                      <ComparedSection
                        section={section}
                        label=""
                        before={bodyIn(before, section.sectionId)}
                        after={bodyIn(after, section.sectionId)}
                        figures={figures}
                        topics={[]}
                      />
                    ) : null}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
      </ChangeReader>
    </VersionReferences>
  );
}

function isDifferent({ status, renamedFrom, moved, coverage }: LetterComparison['sections'][number]): boolean {
  return status !== 'same' || renamedFrom !== null || moved !== null || coverage !== null;
}

/** The whole difference in a line: what a reader decides by whether to read on. */
function Summary({ comparison, total }: { comparison: LetterComparison; total: number }) {
  const { sections, figures, furniture } = comparison;
  const count = (holds: (section: LetterComparison['sections'][number]) => boolean) => sections.filter(holds).length;
  const parts = [
    [total, 'change of the text', 'changes of the text'],
    [figures.length, 'figure', 'figures'],
    [count(({ coverage }) => coverage !== null), 'coverage', 'coverages'],
    [count(({ status }) => status === 'added'), 'section added', 'sections added'],
    [count(({ status }) => status === 'removed'), 'section removed', 'sections removed'],
    [count(({ moved }) => moved !== null), 'section moved', 'sections moved'],
    [count(({ renamedFrom }) => renamedFrom !== null), 'section renamed', 'sections renamed'],
    [furniture.length, 'part of the letterhead', 'parts of the letterhead'],
  ] as const;
  return (
    <p>
      {parts
        .filter(([number]) => number > 0)
        .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`)
        .join(' · ')}
    </p>
  );
}

function FigureTable({ figures, titleOf }: { figures: readonly FigureDifference[]; titleOf: (sectionId: string) => string }) {
  return (
    <DataTable
      caption="Figures that differ"
      showCaption
      rows={figures}
      rowKey={({ nodeId }) => nodeId}
      columns={[
        { key: 'name', label: 'Figure' },
        {
          key: 'words',
          label: 'Before → after',
          render: ({ words }) => <span className="figures">{words}</span>,
        },
        {
          key: 'sectionId',
          label: 'Section',
          render: ({ sectionId }) => (
            <a href={`#section-${sectionId}`} className="text-accent-ink hover:underline">
              {titleOf(sectionId)}
            </a>
          ),
        },
      ]}
    />
  );
}

function Lines({ text, tag: Tag }: { text: string; tag: 'ins' | 'del' }) {
  if (text === '') return <span className="text-faint">empty</span>;
  return <Tag className={`whitespace-pre-line ${Tag === 'ins' ? 'text-green underline' : 'text-red line-through'}`}>{text}</Tag>;
}
