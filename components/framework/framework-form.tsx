'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { Framework, FrameworkLeg } from '@/lib/margin/frameworks/framework';
import { errorAt, errorsOfLeg, type FieldErrors } from './field-errors';
import { LegEditor } from './leg-editor';
import { LineList } from './line-list';
import type { MethodChoice } from './method-choice';

interface FrameworkFormProps {
  framework: Framework;
  methods: readonly MethodChoice[];
  errors: FieldErrors;
  onChange: (framework: Framework) => void;
}

/** The fields of a framework and its legs in their order. */
export function FrameworkForm({ framework, methods, errors, onChange }: FrameworkFormProps) {
  const { legs } = framework;
  const change = (part: Partial<Framework>) => onChange({ ...framework, ...part });
  const setLeg = (index: number, leg: FrameworkLeg) => change({ legs: legs.map((one, at) => (at === index ? leg : one)) });
  const move = (index: number, by: number) => {
    const next = [...legs];
    const [leg] = next.splice(index, 1);
    if (leg) next.splice(index + by, 0, leg);
    change({ legs: next });
  };
  return (
    <div className="flex flex-col gap-5">
      <Field label="Name" error={errorAt(errors, 'name')}>
        <TextInput value={framework.name} maxLength={200} onChange={(event) => change({ name: event.target.value })} />
      </Field>
      <Field label="Description" error={errorAt(errors, 'description')}>
        <TextArea value={framework.description} rows={2} onChange={(event) => change({ description: event.target.value })} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Effective" error={errorAt(errors, 'effective')} hint="Empty where no day is known.">
          <TextInput
            type="date"
            value={framework.effective ?? ''}
            onChange={(event) => change({ effective: event.target.value === '' ? null : event.target.value })}
          />
        </Field>
        <LineList
          label="What law or order it would need"
          hint="One sentence a line."
          lines={framework.constraints}
          error={errorAt(errors, 'constraints')}
          onChange={(constraints) => change({ constraints })}
        />
      </div>
      <section aria-label="Legs" className="flex flex-col gap-3">
        <div>
          <h2 className="font-semibold text-lg tracking-tight">Legs</h2>
          <p className="text-muted text-sm">A position goes to the first leg that takes it, so their order counts.</p>
          {errors.legs ? <p className="text-red text-sm">{errors.legs}</p> : null}
        </div>
        <ol className="flex flex-col gap-3">
          {legs.map((leg, index) => (
            <LegEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: the id of a leg is edited here, and two may be equal while it is
              key={index}
              leg={leg}
              index={index}
              count={legs.length}
              methods={methods}
              errors={errorsOfLeg(errors, index, leg.id)}
              onChange={(next) => setLeg(index, next)}
              onMove={(by) => move(index, by)}
              onRemove={() => change({ legs: legs.filter((_, at) => at !== index) })}
            />
          ))}
        </ol>
        <div>
          <Button size="sm" onClick={() => change({ legs: [...legs, newLeg(legs, methods)] })}>
            <Plus aria-hidden className="size-3.5" /> Add a leg
          </Button>
        </div>
      </section>
    </div>
  );
}

function newLeg(legs: readonly FrameworkLeg[], methods: readonly MethodChoice[]): FrameworkLeg {
  const taken = new Set(legs.map(({ id }) => id));
  let number = legs.length + 1;
  while (taken.has(`leg-${number}`)) number += 1;
  return {
    id: `leg-${number}`,
    label: `Leg ${number}`,
    agency: 'harmonized',
    scope: {},
    nettingKey: ['counterparty'],
    method: { id: (methods[0]?.id ?? 'schedule') as FrameworkLeg['method']['id'], parameters: {} },
    threshold: null,
    minimumTransfer: null,
    citations: [],
    assumptions: [],
  };
}
