'use client';

import { useComments } from '@/components/comments/use-comments';
import type { SavingState } from '@/components/editor/saving-state';
import { SectionEditor } from '@/components/editor/section-editor';
import type { SectionHandle } from '@/components/editor/section-handle';
import type { Coverage, LetterFurniture } from '@/lib/letter/letter-content';
import { numberLetter, readingOrder } from '@/lib/letter/numbering/number-letter';
import type { Decision } from '@/lib/policies/decision';
import { isOpen } from '@/lib/policies/section';
import type { LetterView, SectionView } from '@/lib/services/letter/get-letter';
import { FurnitureEnd } from './furniture-end';
import { FurnitureTop } from './furniture-top';
import { QuotedQuestion } from './quoted-question';
import { SectionHead } from './section-head';

interface LetterPaperProps {
  letter: LetterView;
  sections: readonly SectionView[];
  furniture: LetterFurniture;
  user: { memberId: string; name: string };
  openId: string | null;
  onChangeSection: (id: string, part: { title?: string; coverage?: Coverage }) => void;
  onSavingState: (sectionId: string, state: SavingState) => void;
  onFocus: (handle: SectionHandle) => void;
}

/** The page: the letter from letterhead to signatures with each section's room in its place, annexes behind, as it will print. */
export function LetterPaper(props: LetterPaperProps) {
  const { letter, sections, furniture, user, openId, onChangeSection, onSavingState, onFocus } = props;
  const comments = useComments();
  const numbers = numberLetter({ sections });
  const ordered = readingOrder(sections);
  const draw = (section: SectionView) => (
    <section key={section.id} id={`section-${section.id}`} aria-label={section.title} className="scroll-mt-16">
      <SectionHead
        number={numbers.sections.get(section.id) ?? null}
        title={section.title}
        coverage={section.kind === 'question' ? section.coverage : null}
        state={section.state}
        canRename={whileOpen(section, letter.rights.editOutline)}
        canSetCoverage={whileOpen(section, letter.rights.setCoverage)}
        onRename={(title) => onChangeSection(section.id, { title })}
        onCoverage={(coverage) => onChangeSection(section.id, { coverage })}
      />
      {section.question ? <QuotedQuestion question={section.question} /> : null}
      <SectionEditor
        section={section}
        editable={whileOpen(section, letter.rights.editText).allowed}
        user={user}
        extensions={comments.extensionsFor(section.id)}
        copyExtensions={comments.copyExtensionsFor(section.id)}
        open={section.id === openId}
        onSavingState={onSavingState}
        onFocus={onFocus}
      />
    </section>
  );
  const inner = 'flex flex-col gap-8';
  return (
    <article
      aria-label={letter.title}
      className="mx-auto w-full max-w-[8.5in] rounded-sm border border-line bg-paper px-8 py-10 @2xl:px-[1in] @2xl:py-[0.9in] font-serif text-[11.5pt] text-paper-ink leading-[17pt]"
    >
      <FurnitureTop furniture={furniture} />
      <div className={inner}>{ordered.filter((section) => section.kind !== 'annex').map(draw)}</div>
      <FurnitureEnd furniture={furniture} />
      <div className={`${inner} mt-12 border-line border-t pt-8 empty:hidden`}>
        {ordered.filter((section) => section.kind === 'annex').map(draw)}
      </div>
    </article>
  );
}

/** A right in a section: nobody has it while the section is signed. */
function whileOpen(section: SectionView, right: Decision): Decision {
  return right.allowed ? isOpen(section) : right;
}
