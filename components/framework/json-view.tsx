'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';

interface JsonViewProps {
  value: unknown;
  fileName: string;
  /** Why the text is no JSON; null where it is. */
  problem: string | null;
  onChange: (value: unknown) => void;
  onProblem: (problem: string | null) => void;
}

/** A framework as its plain JSON, to be read, edited, and saved as a file. */
export function JsonView({ value, fileName, problem, onChange, onProblem }: JsonViewProps) {
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  return (
    <div className="flex flex-col gap-2">
      <Field
        label="JSON of the framework"
        error={problem}
        hint="Everything a framework can say, also what the form does not show: citations, pots, arrangements."
      >
        <TextArea
          value={text}
          rows={28}
          spellCheck={false}
          className="font-mono text-sm"
          onChange={(event) => {
            const next = event.target.value;
            setText(next);
            try {
              onChange(JSON.parse(next));
              onProblem(null);
            } catch (error) {
              onProblem(`This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`);
            }
          }}
        />
      </Field>
      <div>
        <Button size="sm" onClick={() => download(text, fileName)}>
          Save as a file
        </Button>
      </div>
    </div>
  );
}

function download(text: string, fileName: string) {
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
