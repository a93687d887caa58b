import type { RequestDocument } from '@/lib/request/request-document';

/** The headings of a release with the number of questions under each, as links down the page. */
export function SectionOutline({ document }: { document: RequestDocument }) {
  return (
    <nav aria-label="Outline of the release" className="px-3 py-4">
      <h2 className="mb-2 px-2 font-semibold text-muted text-sm">Outline</h2>
      <ol className="flex flex-col">
        {document.sections.map((section) => (
          <li key={section.key}>
            <a
              href={`#s-${section.key}`}
              className="flex items-baseline justify-between gap-2 rounded-md px-2 py-1 hover:bg-hover"
              style={{ paddingLeft: `${section.level * 0.75 - 0.25}rem` }}
            >
              <span className="min-w-0 truncate" title={section.heading}>
                {section.heading}
              </span>
              {section.questions.length > 0 ? (
                <span className="figures text-muted text-sm">
                  {section.questions.length}
                  <span className="sr-only"> questions</span>
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
