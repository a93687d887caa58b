'use client';

import { Input } from '@base-ui/react/input';
import type { ComponentProps } from 'react';
import { CONTROL_STYLE } from './control-style';

/** A line of text. Inside a Field it takes the field's label, hint and error. */
export function TextInput({ className = '', ...rest }: ComponentProps<typeof Input>) {
  return <Input {...rest} className={`${CONTROL_STYLE} h-8 ${className}`} />;
}
