'use client';

import { type ComponentProps, useId } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';
import { Tooltip } from './tooltip';

interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Why it cannot be pressed now: the button stays reachable by keyboard and says the reason. */
  disabledReason?: string | null;
}

/** A button. With `disabledReason` it looks disabled, does nothing, and tells why on hover, focus and to screen readers. */
export function Button({ variant = 'secondary', size = 'md', disabledReason, className = '', onClick, children, ...rest }: ButtonProps) {
  const reasonId = useId();
  const style = `${buttonStyle(variant, size)} ${className}`;
  if (!disabledReason) {
    return (
      <button type="button" {...rest} onClick={onClick} className={style}>
        {children}
      </button>
    );
  }
  return (
    <>
      <Tooltip content={disabledReason}>
        <button
          {...rest}
          type="button"
          aria-disabled="true"
          aria-describedby={reasonId}
          onClick={(event) => event.preventDefault()}
          className={style}
        >
          {children}
        </button>
      </Tooltip>
      <span id={reasonId} className="sr-only">
        {disabledReason}
      </span>
    </>
  );
}
