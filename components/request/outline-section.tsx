'use client';

import { EllipsisVertical } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { TextInput } from '@/components/ui/text-input';
import type { OutlineEdit } from '@/lib/request/edit/outline-edit';
import type { RequestSection } from '@/lib/request/request-document';
import { OutlineQuestion } from './outline-question';
import { QuestionForm } from './question-form';

interface OutlineSectionProps {
  section: RequestSection;
  sections: readonly RequestSection[];
  apply: (edit: OutlineEdit) => void;
}

type Open = 'rename' | 'add-section' | 'add-question' | null;

/** A section of the outline with everything that can be done to it, its questions, and its text to take questions from. */
export function OutlineSection({ section, sections, apply }: OutlineSectionProps) {
  const [open, setOpen] = useState<Open>(null);
  const index = sections.findIndex(({ key }) => key === section.key);
  const { key, level } = section;
  const filled = section.questions.length + section.paragraphs.length > 0;
  return (
    <section aria-label={section.heading} className="rounded-md border border-line" style={{ marginLeft: `${(level - 1) * 1.25}rem` }}>
      <header className="flex items-center justify-between gap-2 bg-sunken px-3 py-1.5">
        <h2 className="min-w-0 font-semibold">{section.heading}</h2>
        <Menu
          trigger={
            <IconButton label={`Correct the section ${section.heading}`}>
              <EllipsisVertical aria-hidden className="size-4" />
            </IconButton>
          }
          items={[
            { label: 'Rename', onSelect: () => setOpen('rename') },
            { label: 'Add a question', onSelect: () => setOpen('add-question') },
            { label: 'Add a section after it', onSelect: () => setOpen('add-section') },
            {
              label: 'One level out',
              separated: true,
              onSelect: () => apply({ kind: 'set-level', section: key, level: level - 1 }),
              disabledReason: level === 1 ? 'It is on the outermost level.' : null,
            },
            {
              label: 'One level in',
              onSelect: () => apply({ kind: 'set-level', section: key, level: level + 1 }),
              disabledReason: level === 6 ? 'There are six levels.' : null,
            },
            {
              label: 'Move up',
              onSelect: () => apply({ kind: 'move-section', section: key, by: -1 }),
              disabledReason: index === 0 ? 'It is the first.' : null,
            },
            {
              label: 'Move down',
              onSelect: () => apply({ kind: 'move-section', section: key, by: 1 }),
              disabledReason: index === sections.length - 1 ? 'It is the last.' : null,
            },
            {
              label: 'Join with the section before',
              separated: true,
              onSelect: () => apply({ kind: 'merge-section', section: key }),
              disabledReason: index === 0 ? 'There is none before it.' : null,
            },
            { label: filled ? 'Delete with all that is in it' : 'Delete', onSelect: () => apply({ kind: 'delete-section', section: key }) },
          ]}
        />
      </header>
      <div className="flex flex-col gap-2 p-3 empty:hidden">
        {open === 'rename' ? (
          <HeadingForm
            label="Heading"
            initial={section.heading}
            onDone={(heading) => {
              setOpen(null);
              if (heading !== null) apply({ kind: 'rename-section', section: key, heading });
            }}
          />
        ) : null}
        {section.questions.map((question, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question's key changes with its number, and its form must not close then
          <OutlineQuestion key={at} question={question} at={at} section={section} sections={sections} apply={apply} />
        ))}
        {open === 'add-question' ? (
          <QuestionForm
            initial={{ number: null, text: '', parts: [] }}
            onCancel={() => setOpen(null)}
            onSubmit={(written) => {
              setOpen(null);
              apply({ kind: 'add-question', section: key, ...written });
            }}
          />
        ) : null}
        {section.paragraphs.length > 0 ? <SectionParagraphs section={section} apply={apply} /> : null}
        {open === 'add-section' ? (
          <HeadingForm
            label="Heading of the new section"
            initial=""
            onDone={(heading) => {
              setOpen(null);
              if (heading !== null) apply({ kind: 'add-section', after: key, heading, level });
            }}
          />
        ) : null}
      </div>
    </section>
  );
}

function HeadingForm({ label, initial, onDone }: { label: string; initial: string; onDone: (heading: string | null) => void }) {
  const [heading, setHeading] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone(heading);
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <Field label={label} className="min-w-64 flex-1">
        <TextInput autoFocus value={heading} maxLength={500} onChange={(event) => setHeading(event.target.value)} />
      </Field>
      <Button type="submit" variant="primary" disabledReason={heading.trim() === '' ? 'A section needs a heading.' : null}>
        Use it
      </Button>
      <Button onClick={() => onDone(null)}>Cancel</Button>
    </form>
  );
}

function SectionParagraphs({ section, apply }: Pick<OutlineSectionProps, 'section' | 'apply'>) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm text-muted text-sm hover:text-ink">
        Text that is no question ({section.paragraphs.length})
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {(open ? section.paragraphs : []).map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is named by its place
          <li key={index} className="flex items-start gap-2 border-line border-l-2 pl-3">
            <p className="min-w-0 max-w-prose flex-1 text-muted">{paragraph.text}</p>
            <Button size="sm" onClick={() => apply({ kind: 'take-paragraph', section: section.key, paragraph: index, number: null })}>
              Make it a question
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
