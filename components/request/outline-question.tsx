'use client';

import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import type { OutlineEdit } from '@/lib/request/edit/outline-edit';
import type { RequestQuestion, RequestSection } from '@/lib/request/request-document';
import { QuestionForm } from './question-form';
import { SplitForm } from './split-form';

interface OutlineQuestionProps {
  question: RequestQuestion;
  /** its place among the questions of its section */
  at: number;
  section: RequestSection;
  sections: readonly RequestSection[];
  apply: (edit: OutlineEdit) => void;
}

/** A question of the outline with everything that can be done to it. */
export function OutlineQuestion({ question, at, section, sections, apply }: OutlineQuestionProps) {
  const [open, setOpen] = useState<'edit' | 'split' | null>(null);
  if (open === 'edit') {
    return (
      <QuestionForm
        initial={question}
        onCancel={() => setOpen(null)}
        onSubmit={(written) => {
          setOpen(null);
          apply({ kind: 'edit-question', question: question.key, ...written });
        }}
      />
    );
  }
  if (open === 'split') {
    return (
      <SplitForm
        question={question}
        onCancel={() => setOpen(null)}
        onSubmit={(place, number) => {
          setOpen(null);
          apply({ kind: 'split-question', question: question.key, at: place, number });
        }}
      />
    );
  }
  return (
    <article aria-label={question.label} className="flex items-start gap-2 rounded-md border border-line px-3 py-2">
      <div className="min-w-0 flex-1">
        <h3 className="font-medium text-sm">{question.label}</h3>
        <p className="max-w-prose">{question.text}</p>
        {question.parts.map((part) => (
          <p key={part.label} className="max-w-prose pl-4">
            <span className="text-muted">({part.label})</span> {part.text}
          </p>
        ))}
      </div>
      <Menu
        trigger={
          <IconButton label={`Correct ${question.label}`}>
            <EllipsisVertical aria-hidden className="size-4" />
          </IconButton>
        }
        items={questionItems({ question, at, section, sections, apply }, setOpen)}
      />
    </article>
  );
}

function questionItems(props: OutlineQuestionProps, setOpen: (open: 'edit' | 'split') => void): MenuItem[] {
  const { question, at, section, sections, apply } = props;
  const { key } = question;
  const index = sections.findIndex((candidate) => candidate.key === section.key);
  const before = sections[index - 1];
  const after = sections[index + 1];
  const move = (goal: RequestSection, place: number) => apply({ kind: 'move-question', question: key, section: goal.key, index: place });
  return [
    { label: 'Edit number, text and parts', onSelect: () => setOpen('edit') },
    { label: 'Split in two', onSelect: () => setOpen('split') },
    {
      label: 'Join with the question before',
      onSelect: () => apply({ kind: 'merge-question', question: key }),
      disabledReason: at === 0 ? 'It is the first of its section.' : null,
    },
    {
      label: 'Move up',
      separated: true,
      onSelect: () => move(section, at - 1),
      disabledReason: at === 0 ? 'It is the first of its section.' : null,
    },
    {
      label: 'Move down',
      onSelect: () => move(section, at + 1),
      disabledReason: at === section.questions.length - 1 ? 'It is the last of its section.' : null,
    },
    {
      label: 'Move to the section before',
      onSelect: () => before && move(before, before.questions.length),
      disabledReason: before ? null : 'There is none before it.',
    },
    {
      label: 'Move to the section after',
      onSelect: () => after && move(after, 0),
      disabledReason: after ? null : 'There is none after it.',
    },
    { label: 'It is no question, only text', separated: true, onSelect: () => apply({ kind: 'release-question', question: key }) },
    { label: 'Delete', onSelect: () => apply({ kind: 'delete-question', question: key }) },
  ];
}
