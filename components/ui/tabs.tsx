'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

export interface Tab {
  id: string;
  label: ReactNode;
  content: ReactNode;
}

interface TabsProps {
  tabs: readonly Tab[];
  /** Named for screen readers, e.g. "Breakdown". */
  label: string;
  value?: string;
  onChange?: (id: string) => void;
}

/** Panels of which one is seen; arrows move between the tabs. Without `value` the first is open. */
export function Tabs({ tabs, label, value, onChange }: TabsProps) {
  return (
    <Base.Root {...(value === undefined ? { defaultValue: tabs[0]?.id } : { value })} onValueChange={(next) => onChange?.(String(next))}>
      <Base.List aria-label={label} className="relative flex gap-4 border-line border-b">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.id}
            value={tab.id}
            className="-mb-px border-transparent border-b-2 px-0.5 pt-1 pb-1.5 font-medium text-muted transition-colors duration-100 hover:text-ink data-active:border-accent-ink data-active:text-ink"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className="pt-3">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
