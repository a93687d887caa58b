'use client';

import { Field as Base } from '@base-ui/react/field';
import type { ReactNode } from 'react';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with what was typed; shown in place of the hint. */
  error?: string | null;
  className?: string;
  children: ReactNode;
}

/** A labelled control (TextInput, TextArea, Select): label, hint and error are tied to it for screen readers. */
export function Field({ label, hint, error, className = '', children }: FieldProps) {
  return (
    <Base.Root invalid={Boolean(error)} className={`flex flex-col gap-1 ${className}`}>
      <Base.Label className="font-medium text-ink text-sm">{label}</Base.Label>
      {children}
      {error ? (
        <Base.Error match={true} className="text-red text-sm">
          {error}
        </Base.Error>
      ) : hint ? (
        <Base.Description className="text-muted text-sm">{hint}</Base.Description>
      ) : null}
    </Base.Root>
  );
}
