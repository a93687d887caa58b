'use client';

import { usePathname, useRouter } from 'next/navigation';
import { Select } from '@/components/ui/select';

/** A run that this one can be set against. */
export interface RunChoice {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
}

/** Which run to set against this one: kept in the address, so that a comparison can be sent to somebody. */
export function RunChooser({ choices, chosen }: { choices: readonly RunChoice[]; chosen: string | null }) {
  const router = useRouter();
  const path = usePathname();
  return (
    <Select
      aria-label="Run to compare with"
      className="w-72!"
      value={chosen}
      placeholder="Choose a run"
      onChange={(id) => router.push(`${path}?against=${id}#compare`, { scroll: false })}
      options={choices.map(({ id, label, hint }) => ({ value: id, label, hint }))}
    />
  );
}
