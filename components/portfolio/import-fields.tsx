'use client';

import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { FORMAT_NAMES } from './format-names';

/** What a member says of a file. */
export interface ImportDescription {
  name: string;
  format: 'positions' | 'crif';
  asOf: string;
  calculationCurrency: string;
}

interface ImportFieldsProps {
  value: ImportDescription;
  errors: Readonly<Record<string, string>>;
  onChange: (value: ImportDescription) => void;
}

/** The fields of an import beside its file. */
export function ImportFields({ value, errors, onChange }: ImportFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Name" error={errors.name}>
        <TextInput value={value.name} maxLength={120} onChange={(event) => onChange({ ...value, name: event.target.value })} />
      </Field>
      <Field
        label="Format"
        hint={
          value.format === 'crif'
            ? 'Trades of the schedule and of SIMM; its sensitivities are kept beside them.'
            : 'Our positions CSV; the template has its header.'
        }
      >
        <Select
          value={value.format}
          onChange={(format) => onChange({ ...value, format: format === 'crif' ? 'crif' : 'positions' })}
          options={[
            { value: 'positions', label: FORMAT_NAMES.positions },
            { value: 'crif', label: FORMAT_NAMES.crif },
          ]}
        />
      </Field>
      <Field label="As of" error={errors.asOf} hint="The day on which the positions stand.">
        <TextInput type="date" value={value.asOf} onChange={(event) => onChange({ ...value, asOf: event.target.value })} />
      </Field>
      <Field
        label="Calculation currency"
        error={errors.calculationCurrency}
        hint="Amounts in other currencies need fx_rate, or a file of FX rates."
      >
        <TextInput
          value={value.calculationCurrency}
          maxLength={3}
          onChange={(event) => onChange({ ...value, calculationCurrency: event.target.value.toUpperCase() })}
        />
      </Field>
    </div>
  );
}
