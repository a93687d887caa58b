'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { Citation } from '@/lib/margin/methods/margin-node';
import { errorAt, type FieldErrors } from './field-errors';

interface Limit {
  readonly amount: string;
  readonly citation: Citation;
}

interface LimitFieldsProps<L extends Limit> {
  label: string;
  value: L | null;
  errors: FieldErrors;
  place: string;
  onChange: (value: L | Limit | null) => void;
}

/**
 * A threshold or a minimum transfer amount with the paragraph that it rests on; no amount is none. Another amount than the loaded one is the firm's own, so it does
 * not keep the paragraph that states the loaded one.
 */
export function LimitFields<L extends Limit>({ label, value, errors, place, onChange }: LimitFieldsProps<L>) {
  const [loaded] = useState(value);
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} error={errorAt(errors, `${place}.amount`) ?? errors[place]} hint="US dollars in plain digits; empty for none.">
        <TextInput
          inputMode="decimal"
          value={value?.amount ?? ''}
          onChange={(event) => {
            const amount = event.target.value.trim();
            if (amount === '') onChange(null);
            else if (amount === loaded?.amount) onChange(loaded);
            else onChange({ ...value, citation: FIRMS_OWN, amount });
          }}
        />
      </Field>
      {value ? (
        <Field label={`Paragraph for the ${label.toLowerCase()}`} error={errorAt(errors, `${place}.citation`)}>
          <TextInput
            value={value.citation.paragraph}
            onChange={(event) => onChange({ ...value, citation: { paragraph: event.target.value, standing: 'recalled' } })}
          />
        </Field>
      ) : null}
    </div>
  );
}

const FIRMS_OWN: Citation = { paragraph: 'Set by the firm', standing: 'recalled' };
