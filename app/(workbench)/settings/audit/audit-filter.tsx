'use client';

import { useRouter } from 'next/navigation';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

interface AuditFilterProps {
  type: string;
  actorId: string;
  types: readonly string[];
  actors: readonly { readonly id: string; readonly name: string }[];
}

const ALL = 'all';

/** Chooses what kind of event and whose are listed; the choice stands in the address. */
export function AuditFilter({ type, actorId, types, actors }: AuditFilterProps) {
  const router = useRouter();
  function go(next: { type: string; actor: string }) {
    const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ALL && value !== ''));
    router.push(`/settings/audit?${query}`);
  }
  return (
    <div className="mb-3 flex flex-wrap gap-3">
      <Field label="Kind of event" className="w-64">
        <Select
          value={type || ALL}
          options={[{ value: ALL, label: 'All' }, ...types.map((name) => ({ value: name, label: name }))]}
          onChange={(next) => go({ type: next, actor: actorId })}
        />
      </Field>
      <Field label="Member" className="w-56">
        <Select
          value={actorId || ALL}
          options={[{ value: ALL, label: 'All' }, ...actors.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(next) => go({ type, actor: next })}
        />
      </Field>
    </div>
  );
}
