'use client';

import { PRODUCT_NAMES } from '@/components/portfolio/product-names';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { REGIMES } from '@/lib/margin/classification/regime';
import { EVIDENCE_KINDS } from '@/lib/margin/evidence/evidence';
import type { Scope } from '@/lib/margin/frameworks/framework';
import { PRODUCTS } from '@/lib/margin/portfolio/position';
import { regimeGroup } from '@/lib/margin/report/group-labels';
import { NEED_NAMES } from './need-names';

interface ScopeEditorProps {
  scope: Scope;
  /** Of the leg, 1-based. */
  number: number;
  error?: string;
  onChange: (scope: Scope) => void;
}

const ANY = 'any';

/** Which positions a leg takes: regimes and products, none ticked being all of them, and what evidence a position must have. */
export function ScopeEditor({ scope, number, error, onChange }: ScopeEditorProps) {
  return (
    <div className="flex flex-col gap-2">
      <Group
        title={`Regimes that leg ${number} takes`}
        all={REGIMES}
        chosen={scope.regimes}
        nameOf={(regime) => regimeGroup(regime).label}
        onChange={(regimes) => onChange(without({ ...scope, regimes }))}
      />
      <Group
        title={`Products that leg ${number} takes`}
        all={PRODUCTS}
        chosen={scope.products}
        nameOf={(product) => PRODUCT_NAMES[product]}
        onChange={(products) => onChange(without({ ...scope, products }))}
      />
      <Field
        label={
          <>
            Evidence<span className="sr-only"> of leg {number}</span>
          </>
        }
        hint="Positions without it are left to the legs below."
        error={error}
        className="max-w-sm"
      >
        <Select
          value={scope.evidence ?? ANY}
          onChange={(kind) => onChange(without({ ...scope, evidence: EVIDENCE_KINDS.find((one) => one === kind) }))}
          options={[
            { value: ANY, label: 'Every position' },
            ...EVIDENCE_KINDS.map((kind) => ({ value: kind, label: `Only with ${NEED_NAMES[kind].name}` })),
          ]}
        />
      </Field>
    </div>
  );
}

/** A scope without the members that say nothing, as it is kept. */
function without({ regimes, products, evidence }: Scope): Scope {
  return { ...(regimes ? { regimes } : {}), ...(products ? { products } : {}), ...(evidence ? { evidence } : {}) };
}

interface GroupProps<T extends string> {
  title: string;
  all: readonly T[];
  chosen: readonly T[] | undefined;
  nameOf: (one: T) => string;
  onChange: (chosen: readonly T[] | undefined) => void;
}

function Group<T extends string>({ title, all, chosen, nameOf, onChange }: GroupProps<T>) {
  const ticked = chosen ?? [];
  return (
    <details>
      <summary className="cursor-pointer rounded-sm">
        <span className="font-medium text-sm">{title}:</span>{' '}
        {chosen === undefined ? 'all' : ticked.length <= 4 ? ticked.map(nameOf).join(', ') : `${ticked.length} of ${all.length}`}
      </summary>
      <fieldset className="mt-1 grid gap-x-4 gap-y-1 border-line border-l-2 pl-3 sm:grid-cols-2 lg:grid-cols-3">
        <legend className="sr-only">{title}; none ticked: all</legend>
        {all.map((one) => (
          <Checkbox
            key={one}
            label={nameOf(one)}
            checked={ticked.includes(one)}
            onChange={(checked) => {
              const next = all.filter((other) => (other === one ? checked : ticked.includes(other)));
              onChange(next.length === 0 ? undefined : next);
            }}
          />
        ))}
      </fieldset>
    </details>
  );
}
