'use client';

import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { MethodUse } from '@/lib/margin/frameworks/framework';
import { type MethodParameter, parameterDefault } from '@/lib/margin/methods/method';
import { errorAt, type FieldErrors } from './field-errors';
import type { MethodChoice } from './method-choice';

interface MethodEditorProps {
  title: string;
  use: MethodUse;
  methods: readonly MethodChoice[];
  errors: FieldErrors;
  /** Where the method stands in the leg, e.g. "method". */
  place: string;
  onChange: (use: MethodUse) => void;
}

/** The method of a leg and each of its settings: words to choose among, or a number within its bounds. */
export function MethodEditor({ title, use, methods, errors, place, onChange }: MethodEditorProps) {
  const method = methods.find(({ id }) => id === use.id);
  const set = (name: string, value: string | null) => {
    const { [name]: _, ...rest } = use.parameters;
    onChange({ ...use, parameters: value === null ? rest : { ...rest, [name]: value } });
  };
  return (
    <fieldset className="flex flex-col gap-3">
      <Field label={title} error={errors[place] ?? errors[`${place}.id`]} hint={method?.attribution}>
        <Select
          value={use.id}
          // the settings of another method are others
          onChange={(id) => onChange({ id: id as MethodUse['id'], parameters: {} })}
          options={methods.map(({ id, label }) => ({ value: id, label }))}
        />
      </Field>
      {method && method.parameters.length > 0 ? (
        <div className="grid gap-4 sm:grid-cols-2">
          {method.parameters.map((parameter) => (
            <Field
              key={parameter.name}
              label={<code>{parameter.name}</code>}
              hint={hintOf(parameter)}
              error={errorAt(errors, `${place}.parameters.${parameter.name}`)}
            >
              <ParameterControl
                parameter={parameter}
                given={use.parameters[parameter.name]}
                onChange={(value) => set(parameter.name, value)}
              />
            </Field>
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}

interface ParameterControlProps {
  parameter: MethodParameter;
  given: string | undefined;
  /** null for the default. */
  onChange: (value: string | null) => void;
}

function ParameterControl({ parameter, given, onChange }: ParameterControlProps) {
  if (parameter.kind === 'choice') {
    return (
      <Select
        value={given ?? parameterDefault(parameter)}
        onChange={(value) => onChange(value === parameterDefault(parameter) ? null : value)}
        options={parameter.allowed.map((word) => ({
          value: word,
          label: word === parameterDefault(parameter) ? `${word} (default)` : word,
        }))}
      />
    );
  }
  return (
    <TextInput
      inputMode="decimal"
      value={given ?? ''}
      placeholder={`${parameter.default} (default)`}
      onChange={(event) => onChange(event.target.value.trim() === '' ? null : event.target.value.trim())}
    />
  );
}

function hintOf(parameter: MethodParameter): string {
  if (parameter.kind === 'choice') return parameter.meaning;
  const { whole, minimum, maximum, unit, meaning } = parameter;
  return `${meaning} ${whole ? 'A whole number' : 'A number'} from ${minimum} to ${maximum} (${unit}).`;
}
