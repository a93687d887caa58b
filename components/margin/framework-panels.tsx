'use client';

import { type ReactNode, useState } from 'react';
import { Select } from '@/components/ui/select';
import { Tabs } from '@/components/ui/tabs';

interface FrameworkPanelsProps {
  /** What is shown of each framework, for screen readers, e.g. "Back-test under". */
  label: string;
  frameworks: readonly { readonly framework: string; readonly name: string }[];
  /** The framework that is open at first; the first one where it is not among them. */
  preferred: string;
  children: (framework: string) => ReactNode;
}

/** More names than these do not stand beside each other in a line. */
const MOST_TABS = 3;

/** One framework's part at a time: few are tabs, many a list to choose from. */
export function FrameworkPanels({ label, frameworks, preferred, children }: FrameworkPanelsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = chosen ?? preferred;
  const open = frameworks.some(({ framework }) => framework === wanted) ? wanted : (frameworks[0]?.framework ?? '');
  if (frameworks.length <= MOST_TABS) {
    return (
      <Tabs
        label={label}
        value={open}
        onChange={setChosen}
        tabs={frameworks.map(({ framework, name }) => ({
          id: framework,
          label: name,
          content: framework === open ? children(framework) : null,
        }))}
      />
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Select
        aria-label={label}
        className="w-72!"
        value={open}
        onChange={setChosen}
        options={frameworks.map(({ framework, name }) => ({ value: framework, label: name }))}
      />
      {children(open)}
    </div>
  );
}
