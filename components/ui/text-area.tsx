'use client';

import { Field } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { CONTROL_STYLE } from './control-style';

/** Several lines of text. Inside a Field it takes the field's label, hint and error. */
export function TextArea({ className = '', rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <Field.Control render={<textarea {...rest} rows={rows} className={`${CONTROL_STYLE} py-1.5 ${className}`} />} />;
}
