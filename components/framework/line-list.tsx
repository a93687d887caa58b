'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';

interface LineListProps {
  label: string;
  hint: string;
  lines: readonly string[];
  error?: string;
  onChange: (lines: string[]) => void;
}

/** Sentences, a line each; empty lines are left out of what is kept, not of what is typed. */
export function LineList({ label, hint, lines, error, onChange }: LineListProps) {
  const [text, setText] = useState(lines.join('\n'));
  return (
    <Field label={label} hint={hint} error={error}>
      <TextArea
        value={text}
        rows={Math.min(8, Math.max(2, lines.length + 1))}
        onChange={(event) => {
          setText(event.target.value);
          onChange(event.target.value.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])));
        }}
      />
    </Field>
  );
}
