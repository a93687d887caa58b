import Link from 'next/link';
import type { RequestDocument, RequestSection } from '@/lib/request/request-document';
import { QuestionCard } from './question-card';

interface RequestSectionsProps {
  document: RequestDocument;
  /** Key of the section whose other text is shown too. */
  openText: string | null;
  /** The address of this page with the text of that section open, or of none. */
  textHref: (section: string | null) => string;
}

/**
 * The outline of a release with its questions. The text that is no question is counted, and shown for one section at a time:
 * a long release has thousands of paragraphs.
 */
export function RequestSections({ document, openText, textHref }: RequestSectionsProps) {
  return (
    <div className="flex flex-col gap-6">
      {document.sections.map((section) => (
        <section key={section.key} id={`s-${section.key}`} aria-label={section.heading} className="scroll-mt-4">
          <h2 className={`mb-2 font-semibold ${section.level === 1 ? 'text-lg' : 'text-md'}`}>{section.heading}</h2>
          <SectionText section={section} open={section.key === openText} textHref={textHref} />
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

interface SectionTextProps {
  section: RequestSection;
  open: boolean;
  textHref: RequestSectionsProps['textHref'];
}

function SectionText({ section, open, textHref }: SectionTextProps) {
  const count = section.paragraphs.length;
  if (count === 0) return section.questions.length === 0 ? <p className="text-muted">No text under this heading.</p> : null;
  return (
    <div className="mb-2">
      <Link
        href={textHref(open ? null : section.key)}
        scroll={false}
        className="rounded-sm text-muted text-sm hover:text-ink hover:underline"
      >
        {open ? 'Hide' : 'Show'} {count === 1 ? 'the paragraph' : `${count} paragraphs`} of other text
      </Link>
      {open ? (
        <div className="mt-2 flex max-w-prose flex-col gap-2 border-line border-l-2 pl-3 text-muted">
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
      ) : null}
    </div>
  );
}
