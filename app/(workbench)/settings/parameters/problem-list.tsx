'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';

const SHOWN_FIRST = 20;

/** Every sentence of a check, the first ones at once. */
export function ProblemList({ title, problems }: { title: string; problems: readonly string[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, SHOWN_FIRST);
  return (
    <div>
      <p className="font-medium">{title}</p>
      <ul className="mt-1 list-disc pl-5 text-sm">
        {shown.map((problem) => (
          <li key={problem} className="break-words">
            {problem}
          </li>
        ))}
      </ul>
      {problems.length > shown.length ? (
        <Button size="sm" className="mt-2" onClick={() => setAll(true)}>
          Show all {problems.length.toLocaleString('en-US')}
        </Button>
      ) : null}
    </div>
  );
}
