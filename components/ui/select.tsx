'use client';

import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { CONTROL_STYLE } from './control-style';

export interface SelectOption {
  value: string;
  label: string;
  /** A second line under the label in the list. */
  hint?: string;
}

interface SelectProps {
  value: string | null;
  onChange: (value: string) => void;
  options: readonly SelectOption[];
  placeholder?: string;
  name?: string;
  disabled?: boolean;
  /** Needed where no Field gives it a label. */
  'aria-label'?: string;
  className?: string;
}

/** One choice of a short list. */
export function Select({ value, onChange, options, placeholder = 'Choose', name, disabled, className = '', ...rest }: SelectProps) {
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
      name={name}
      disabled={disabled}
    >
      <Base.Trigger
        aria-label={rest['aria-label']}
        className={`${CONTROL_STYLE} flex h-8 items-center justify-between gap-2 text-left ${className}`}
      >
        <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-faint" />
        <Base.Icon className="text-faint">
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className="max-h-80 min-w-(--anchor-width) max-w-120 overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-float">
            {options.map((option) => (
              <Base.Item
                key={option.value}
                value={option.value}
                className="grid cursor-default grid-cols-[1fr_auto] items-center gap-x-4 rounded-sm px-2 py-1 data-highlighted:bg-hover"
              >
                <Base.ItemText>{option.label}</Base.ItemText>
                <Base.ItemIndicator>
                  <Check aria-hidden className="size-3.5 text-accent-ink" />
                </Base.ItemIndicator>
                {option.hint ? <span className="col-span-2 text-muted text-sm">{option.hint}</span> : null}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
