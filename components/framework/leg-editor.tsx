'use client';

import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, X } from 'lucide-react';
import { useId, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { type FrameworkLeg, NETTING_KEYS } from '@/lib/margin/frameworks/framework';
import { errorAt, type FieldErrors, otherErrors } from './field-errors';
import { AGENCY_NAMES, NETTING_KEY_NAMES } from './leg-names';
import { LimitFields } from './limit-fields';
import { LineList } from './line-list';
import type { MethodChoice } from './method-choice';
import { MethodEditor } from './method-editor';
import { ScopeEditor } from './scope-editor';

interface LegEditorProps {
  leg: FrameworkLeg;
  index: number;
  count: number;
  methods: readonly MethodChoice[];
  /** By their place within the leg. */
  errors: FieldErrors;
  onChange: (leg: FrameworkLeg) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** Places whose errors a field of this form shows. */
const FIELDS = ['id', 'label', 'agency', 'scope', 'nettingKey', 'method', 'threshold', 'minimumTransfer', 'assumptions'];

/** The fields of one leg. Each control is named with the leg's number, because the same fields stand in every leg. */
export function LegEditor({ leg, index, count, methods, errors, onChange, onMove, onRemove }: LegEditorProps) {
  const change = (part: Partial<FrameworkLeg>) => onChange({ ...leg, ...part });
  const number = index + 1;
  const of = <span className="sr-only"> of leg {number}</span>;
  const others = otherErrors(errors, FIELDS);
  const bodyId = useId();
  const [opened, setOpened] = useState(count === 1 || leg.citations.length === 0);
  // what has to be mended is in sight
  const open = opened || Object.keys(errors).length > 0;
  return (
    <li className="rounded-lg border border-line px-4 py-3">
      <div className="flex items-center justify-between gap-2">
        <h3 className="min-w-0 flex-1 font-semibold">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={bodyId}
            onClick={() => setOpened(!open)}
            className="flex w-full items-center gap-2 rounded-sm text-left hover:text-accent-ink"
          >
            {open ? <ChevronDown aria-hidden className="size-4 shrink-0" /> : <ChevronRight aria-hidden className="size-4 shrink-0" />}
            <span className="figures text-muted">{number}.</span> {leg.label || leg.id}
            <span className="truncate font-normal text-muted text-sm">
              {leg.arrangement?.kind === 'two-pot' ? 'two pots' : (methods.find(({ id }) => id === leg.method.id)?.label ?? leg.method.id)}
            </span>
          </button>
        </h3>
        <div className="flex gap-1">
          <IconButton label={`Move leg ${number} up`} disabled={index === 0} onClick={() => onMove(-1)}>
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton label={`Move leg ${number} down`} disabled={index === count - 1} onClick={() => onMove(1)}>
            <ArrowDown aria-hidden />
          </IconButton>
          <IconButton label={`Remove leg ${number}`} disabled={count === 1} onClick={onRemove}>
            <X aria-hidden />
          </IconButton>
        </div>
      </div>
      <div id={bodyId} hidden={!open} className={open ? 'mt-3 flex flex-col gap-4' : ''}>
        {others.length > 0 ? <Notice tone="red" title={others.join(' ')} /> : null}
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label={<>Label{of}</>} error={errorAt(errors, 'label')}>
            <TextInput value={leg.label} onChange={(event) => change({ label: event.target.value })} />
          </Field>
          <Field label={<>Id{of}</>} error={errorAt(errors, 'id')} hint="Stands in the result’s paths.">
            <TextInput value={leg.id} onChange={(event) => change({ id: event.target.value })} />
          </Field>
          <Field label={<>Whose rule{of}</>} error={errorAt(errors, 'agency')}>
            <Select
              value={leg.agency}
              onChange={(agency) => change({ agency: agency as FrameworkLeg['agency'] })}
              options={Object.entries(AGENCY_NAMES).map(([value, label]) => ({ value, label }))}
            />
          </Field>
        </div>
        <ScopeEditor scope={leg.scope} number={number} error={errorAt(errors, 'scope')} onChange={(scope) => change({ scope })} />
        <fieldset>
          <legend className="mb-1 font-medium text-sm">Nets by{of}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-1">
            {NETTING_KEYS.map((key) => (
              <Checkbox
                key={key}
                label={NETTING_KEY_NAMES[key]}
                checked={leg.nettingKey.includes(key)}
                onChange={(checked) =>
                  change({ nettingKey: NETTING_KEYS.filter((one) => (one === key ? checked : leg.nettingKey.includes(one))) })
                }
              />
            ))}
          </div>
          {errorAt(errors, 'nettingKey') ? <p className="text-red text-sm">{errorAt(errors, 'nettingKey')}</p> : null}
        </fieldset>
        {leg.arrangement?.kind === 'two-pot' ? (
          leg.arrangement.pots.map((pot, at) => (
            <MethodEditor
              key={pot.id}
              title={`Method of the pot “${pot.label}”`}
              use={pot.method}
              methods={methods}
              errors={errors}
              place={`arrangement.pots.${at}.method`}
              onChange={(method) => change({ arrangement: withPotMethod(leg.arrangement, at, method) })}
            />
          ))
        ) : (
          <MethodEditor
            title={`Method of leg ${number}`}
            use={leg.method}
            methods={methods}
            errors={errors}
            place="method"
            onChange={(method) => change({ method })}
          />
        )}
        {leg.arrangement ? (
          <p className="text-muted text-sm">
            This leg has an arrangement ({leg.arrangement.kind === 'two-pot' ? 'two pots' : 'the binding regime'}); the JSON view has all of
            it.
          </p>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <LimitFields
            label={`Threshold of leg ${number}`}
            value={leg.threshold}
            errors={errors}
            place="threshold"
            onChange={(threshold) => change({ threshold })}
          />
          <LimitFields
            label={`Minimum transfer amount of leg ${number}`}
            value={leg.minimumTransfer}
            errors={errors}
            place="minimumTransfer"
            onChange={(minimumTransfer) => change({ minimumTransfer })}
          />
        </div>
        <Checkbox
          label={<>Collected and never posted{of}</>}
          hint="The leg asks nothing on the post side."
          checked={leg.collectOnly === true}
          onChange={(collectOnly) => change({ collectOnly })}
        />
        <LineList
          label={`Assumptions of leg ${number}`}
          hint="One sentence a line; they stand with every result."
          lines={leg.assumptions}
          error={errorAt(errors, 'assumptions')}
          onChange={(assumptions) => change({ assumptions })}
        />
      </div>
    </li>
  );
}

function withPotMethod(arrangement: FrameworkLeg['arrangement'], at: number, method: FrameworkLeg['method']): FrameworkLeg['arrangement'] {
  if (arrangement?.kind !== 'two-pot') return arrangement;
  const [first, second] = arrangement.pots;
  return { ...arrangement, pots: at === 0 ? [{ ...first, method }, second] : [first, { ...second, method }] };
}
