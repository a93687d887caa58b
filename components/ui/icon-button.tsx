'use client';

import type { ComponentProps } from 'react';
import { Tooltip } from './tooltip';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** What it does, in words: its accessible name and its tooltip. */
  label: string;
  /** Why it cannot be pressed now. */
  disabledReason?: string | null;
}

/** A square button with an icon only. */
export function IconButton({ label, disabledReason, className = '', onClick, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={disabledReason ?? label}>
      <button
        type="button"
        {...rest}
        aria-label={disabledReason ? `${label}. ${disabledReason}` : label}
        aria-disabled={disabledReason ? true : undefined}
        onClick={disabledReason ? (event) => event.preventDefault() : onClick}
        className={`inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted transition-colors duration-100 hover:bg-hover hover:text-ink disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 aria-pressed:bg-selected aria-pressed:text-ink [&>svg]:size-4 ${className}`}
      />
    </Tooltip>
  );
}
