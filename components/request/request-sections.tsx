import type { RequestDocument, RequestSection } from '@/lib/request/request-document';
import { QuestionCard } from './question-card';

/** The outline of a release with its questions; text that is no question can be unfolded under its heading. */
export function RequestSections({ document }: { document: RequestDocument }) {
  return (
    <div className="flex flex-col gap-6">
      {document.sections.map((section) => (
        <section key={section.key} id={`s-${section.key}`} aria-label={section.heading} className="scroll-mt-4">
          <h2 className={`mb-2 font-semibold ${section.level === 1 ? 'text-lg' : 'text-md'}`}>{section.heading}</h2>
          <SectionText section={section} />
          <div className="flex flex-col gap-2">
            {section.questions.map((question) => (
              <QuestionCard key={question.key} question={question} footnotes={document.footnotes} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function SectionText({ section }: { section: RequestSection }) {
  if (section.paragraphs.length === 0)
    return section.questions.length === 0 ? <p className="text-faint">No text under this heading.</p> : null;
  const count = section.paragraphs.length;
  return (
    <details className="mb-2 text-muted">
      <summary className="w-fit rounded-sm text-sm hover:text-ink">{count === 1 ? 'One paragraph' : `${count} paragraphs`} of text</summary>
      <div className="mt-2 flex max-w-prose flex-col gap-2 border-line border-l-2 pl-3">
        {section.paragraphs.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place, and never change
          <p key={index}>
            {paragraph.text}
            {paragraph.footnoteMarks.map((mark) => (
              <sup key={mark} className="figures ml-0.5">
                {mark}
              </sup>
            ))}
          </p>
        ))}
      </div>
    </details>
  );
}
